import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reason } from '@/api/types';
import { ReasonList } from '@/components/ui/reason-list';

/** Why the content cannot be edited now, in the server's words; nothing where it can. */
export function NotEditable({ reasons }: { reasons: Reason[] }) {
  const { t } = useTranslation();
  if (reasons.length === 0) return null;
  return (
    <Alert data-screen-only title={t('row.notEditable')}>
      <ReasonList reasons={reasons} />
    </Alert>
  );
}
