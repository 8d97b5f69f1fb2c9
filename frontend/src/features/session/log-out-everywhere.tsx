import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { sessionsQuery, useLogOutEverywhere } from './session';

/** Says what ends before it ends it. */
export function LogOutEverywhere({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(sessionsQuery);
  const ending = useLogOutEverywhere(onDone);
  return (
    <ConfirmDialog
      opened
      title={t('session.everywhere')}
      question={data ? t('session.everywhereQuestion', data) : '…'}
      confirm={t('session.everywhere')}
      color="red.9"
      loading={!data || ending.isPending}
      onConfirm={() => ending.mutate()}
      onClose={onClose}
    >
      <ProblemAlert error={error ?? ending.error} />
    </ConfirmDialog>
  );
}
