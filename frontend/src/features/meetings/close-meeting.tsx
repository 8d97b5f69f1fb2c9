import { Button, List } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, seen } from '../../api/client';
import { newKey } from '../../api/idempotency';
import { Problem } from '../../api/problem';
import { refreshLive, retryUnanswered } from '../../api/query-client';
import type { Meeting } from '../../api/types';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { ProblemAlert, StaleAlert } from '../../components/problem-alert';
import { toast } from '../../components/toast';

/** One confirmation records everything of the meeting as presented. */
export function CloseMeeting({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button leftSection={<Megaphone size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {t('act.present')}
      </Button>
      {asking && <CloseDialog meeting={meeting} onClose={() => setAsking(false)} />}
    </>
  );
}

function CloseDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t } = useTranslation();
  const [asked] = useState({ digest: meeting.digest, key: newKey() }); // what this person saw and confirms once
  const close = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/meetings/{meeting_id}/close', {
          params: {
            path: { meeting_id: meeting.id },
            header: { ...seen(asked.digest), 'Idempotency-Key': asked.key },
          },
        }),
      ),
    retry: retryUnanswered,
    onSuccess: async ({ results }) => {
      if (results.every((result) => result.signature)) {
        toast(t('act.done', { act: t('act.present') }));
        onClose();
      }
      await refreshLive();
    },
  });
  const stale = close.error instanceof Problem && close.error.status === 412;
  const refused = (close.data?.results ?? []).flatMap((result) => result.reasons);

  function reload() {
    void refreshLive();
    onClose();
  }

  return (
    <ConfirmDialog
      opened
      title={t('act.present')}
      question={t('meeting.closeQuestion', { title: meeting.title })}
      confirm={t('act.confirm', { act: t('act.present') })}
      loading={close.isPending}
      onConfirm={() => close.mutate()}
      onClose={onClose}
    >
      {stale ? <StaleAlert onReload={reload} /> : <ProblemAlert error={close.error} />}
      {refused.length > 0 && (
        <List size="sm" role="alert">
          {refused.map((reason, index) => (
            <List.Item key={index}>{reason.text}</List.Item>
          ))}
        </List>
      )}
    </ConfirmDialog>
  );
}
