import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, seen } from '@/api/client';
import { newKey } from '@/api/idempotency';
import type { Consolidation } from '@/api/meeting-types';
import { refreshLive, retryUnanswered } from '@/api/query-client';
import { useHolds } from '@/api/reference';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { toast } from '@/components/ui/toast';

/** The leadership takes a signed consolidation in writing: no meeting is held, its period is closed. */
export function CloseInWriting({ consolidation }: { consolidation: Consolidation }) {
  const { t } = useTranslation();
  const leads = useHolds('present');
  const [asking, setAsking] = useState(false);
  if (!leads || !consolidation.reported || consolidation.state !== 'consolidated') return null;
  return (
    <>
      <Button variant="default" leftSection={<MailCheck size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {t('meeting.inWriting')}
      </Button>
      {asking && <Asked consolidation={consolidation} onClose={() => setAsking(false)} />}
    </>
  );
}

function Asked({ consolidation, onClose }: { consolidation: Consolidation; onClose: () => void }) {
  const { t } = useTranslation();
  const [{ id, digest, title, key }] = useState({ ...consolidation, key: newKey() }); // what this person saw and confirms once
  const close = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/consolidations/{case_id}/close', {
          params: { path: { case_id: id }, header: { ...seen(digest), 'Idempotency-Key': key } },
        }),
      ),
    retry: retryUnanswered,
    onSuccess: async () => {
      toast(t('meeting.closedInWriting'));
      onClose();
      await refreshLive();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t('meeting.inWriting')}
      question={t('meeting.inWritingQuestion', { title })}
      confirm={t('meeting.inWritingConfirm')}
      loading={close.isPending}
      onConfirm={() => close.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('meeting.inWritingHint')}</Text>
      <ProblemAlert error={close.error} />
    </ConfirmDialog>
  );
}
