import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { countDrafts, dropDrafts } from '@/components/ui/kept';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { sessionsQuery, useLogOutEverywhere } from './session';

interface LogOutEverywhereProps {
  username: string;
  onDone: () => void;
  onClose: () => void;
}

/** Says what ends, and what is deleted with it, before it ends it. */
export function LogOutEverywhere({ username, onDone, onClose }: LogOutEverywhereProps) {
  const { t } = useTranslation();
  const { data, error } = useQuery(sessionsQuery);
  const ending = useLogOutEverywhere(onDone);
  const [unsent, setUnsent] = useState(0);
  useEffect(() => void countDrafts(username).then(setUnsent, () => undefined), [username]);

  async function end() {
    await dropDrafts(username).catch(() => undefined); // some browsers keep nothing
    ending.mutate();
  }

  return (
    <ConfirmDialog
      opened
      title={t('session.everywhere')}
      question={data ? t('session.everywhereQuestion', data) : '…'}
      confirm={t('session.everywhere')}
      loading={!data || ending.isPending}
      onConfirm={() => void end()}
      onClose={onClose}
    >
      {unsent > 0 && <Text>{t('session.unsentQuestion', { n: unsent })}</Text>}
      <ProblemAlert error={error ?? ending.error} />
    </ConfirmDialog>
  );
}
