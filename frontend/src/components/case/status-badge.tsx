import { useTranslation } from 'react-i18next';
import type { ReportStatus } from '@/api/report-types';
import { Stand } from '@/components/ui/quiet';
import { lookOfStatus } from './report-status';

/** Nộp đúng hạn, nộp muộn, chưa nộp; never by colour alone. */
export function StatusBadge({ status }: { status: ReportStatus }) {
  const { t } = useTranslation();
  const { label, Icon, late } = lookOfStatus(status);
  return (
    <Stand Icon={Icon} late={late}>
      {t(label)}
    </Stand>
  );
}
