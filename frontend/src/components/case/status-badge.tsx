import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportStatus } from '@/api/report-types';
import { lookOfStatus } from './report-status';

/** Nộp đúng hạn, nộp muộn, chưa nộp; never by colour alone. */
export function StatusBadge({ status }: { status: ReportStatus }) {
  const { t } = useTranslation();
  const { label, color, Icon } = lookOfStatus(status);
  return (
    <Badge variant="light" color={color} leftSection={<Icon size={13} aria-hidden />}>
      {t(label)}
    </Badge>
  );
}
