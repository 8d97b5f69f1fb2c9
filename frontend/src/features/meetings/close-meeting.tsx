import { Alert, Button, Checkbox, List } from '@mantine/core';
import { useMutation, useQueries } from '@tanstack/react-query';
import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, seen } from '@/api/client';
import { newKey } from '@/api/idempotency';
import type { Agenda } from '@/api/meeting-types';
import { isStale } from '@/api/problem';
import { refreshLive, retryUnanswered } from '@/api/query-client';
import { useHolds } from '@/api/reference';
import { usePeriodName } from '@/components/case/period-name';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ProblemAlert, StaleAlert } from '@/components/ui/problem-alert';
import { ReasonList } from '@/components/ui/reason-list';
import { toast } from '@/components/ui/toast';
import { consolidationQuery } from '@/api/consolidations';

/** One confirmation records everything of the meeting as presented. */
export function CloseMeeting({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button leftSection={<Megaphone size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {t('meeting.close')}
      </Button>
      {asking && <CloseDialog agenda={agenda} onClose={() => setAsking(false)} />}
    </>
  );
}

function useClose({ id, digest }: Agenda, onDone: () => void) {
  const { t } = useTranslation();
  const [asked] = useState({ digest, key: newKey() }); // what this person saw and confirms once
  return useMutation({
    mutationFn: (inWriting: boolean) =>
      answer(
        client.POST('/api/v1/meetings/{meeting_id}/close', {
          params: { path: { meeting_id: id }, header: { ...seen(asked.digest), 'Idempotency-Key': asked.key } },
          body: { in_writing: inWriting },
        }),
      ),
    retry: retryUnanswered,
    onSuccess: async ({ results }) => {
      if (results.every((result) => result.signature)) {
        toast(t('meeting.closedNow'));
        onDone();
      }
      await refreshLive();
    },
  });
}

function CloseDialog({ agenda, onClose }: { agenda: Agenda; onClose: () => void }) {
  const { t } = useTranslation();
  const [shown] = useState(agenda);
  const leads = useHolds('present');
  const [inWriting, setInWriting] = useState(false);
  const close = useClose(shown, onClose);
  const stale = isStale(close.error);
  const refused = (close.data?.results ?? []).filter(({ reasons }) => reasons.length > 0);

  function reload() {
    void refreshLive();
    onClose();
  }

  return (
    <ConfirmDialog
      opened
      title={t('meeting.close')}
      question={t('meeting.closeQuestion', { title: shown.title })}
      confirm={t('act.confirm', { act: t('meeting.close') })}
      loading={close.isPending}
      onConfirm={() => close.mutate(inWriting)}
      onClose={onClose}
    >
      <WhatHappens agenda={shown} />
      {leads && (
        <Checkbox label={t('meeting.inWriting')} checked={inWriting} onChange={(event) => setInWriting(event.currentTarget.checked)} />
      )}
      {stale ? <StaleAlert onReload={reload} /> : <ProblemAlert error={close.error} />}
      {refused.length > 0 && (
        <div role="alert">
          {refused.map(({ case: id, reasons }) => (
            <ReasonList key={id} reasons={reasons} of={id} />
          ))}
        </div>
      )}
    </ConfirmDialog>
  );
}

/** What the close records, and what is still open. */
function WhatHappens({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  const documents = useDocumentCount(agenda);
  const periodName = usePeriodName();
  const periods = [...new Set(agenda.consolidations.map(({ period }) => periodName(period)))];
  const unanswered = agenda.proposals.filter(({ answer: given }) => !given).length;
  const undecided = agenda.consequences.filter(({ applied }) => applied === null).length;
  return (
    <>
      <List size="sm">
        {documents !== undefined && <List.Item>{t('meeting.closePresents', { n: documents })}</List.Item>}
        <List.Item>{t('meeting.closePeriods', { periods: periods.join(', ') })}</List.Item>
        <List.Item>{t(agenda.conclusions ? 'meeting.closeConcludes' : 'meeting.closeWithout')}</List.Item>
        <List.Item>{t('meeting.closeFinal')}</List.Item>
      </List>
      {unanswered + undecided > 0 && (
        <Alert title={t('meeting.stillOpen')}>
          <List size="sm">
            {unanswered > 0 && <List.Item>{t('meeting.unanswered', { n: unanswered })}</List.Item>}
            {undecided > 0 && <List.Item>{t('meeting.undecided', { n: undecided })}</List.Item>}
          </List>
        </Alert>
      )}
    </>
  );
}

/** How many documents are presented: the consolidations and everything inside; undefined while they are loading. */
function useDocumentCount({ consolidations }: Agenda): number | undefined {
  const found = useQueries({ queries: consolidations.map(({ id }) => consolidationQuery(id)) });
  const inside = found.flatMap(({ data }) => (data ? [new Set(data.cases.map(({ id }) => id))] : []));
  if (inside.length < consolidations.length) return undefined;
  return consolidations.length + new Set(inside.flatMap((ids) => [...ids])).size;
}
