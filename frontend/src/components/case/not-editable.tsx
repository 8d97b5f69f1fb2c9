import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reason } from '@/api/types';

/** Why the content cannot be edited now, in the server's words; nothing where it can. */
export function NotEditable({ reasons }: { reasons: Reason[] }) {
  const { t } = useTranslation();
  if (reasons.length === 0) return null;
  return (
    <Alert color="gray" variant="light" title={t('row.notEditable')}>
      <List size="sm">
        {reasons.map((reason, index) => (
          <List.Item key={index}>{reason.text}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
