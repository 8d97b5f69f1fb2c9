import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Meeting } from '@/api/meeting-types';
import { refreshLive } from '@/api/query-client';
import { periodsQuery } from '@/api/reference';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { KeptNote } from '@/components/ui/kept-note';
import { useKept } from '@/components/ui/use-kept';
import { clockOf, instantOf, today } from '@/i18n/time';
import { Form } from '@/components/ui/form';
import { MEETING_FIELDS, MeetingFields, type MeetingDraft } from './meeting-fields';
import { nextMeetingAt } from './next-meeting';

/** A meeting that hears signed consolidations; it begins with the time that the next month's is due. */
export function NewMeetingForm({ onCreated }: { onCreated: (made: Meeting) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped, kept] = useKept<Partial<MeetingDraft>>('new meeting', {});
  const { data: periods = [] } = useQuery(periodsQuery);
  const due = nextMeetingAt(periods);
  const value = { title: '', ...(due ? clockOf(due) : { date: today(), time: '14:00' }), chosen: [], ...typed };
  const create = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/meetings', {
          body: {
            consolidations: value.chosen,
            held_at: value.date ? instantOf(value.date, value.time) : '',
            ...(value.title && { title: value.title }),
          },
        }),
      ),
    onSuccess: async (made) => {
      kept.drop();
      onCreated(made);
      await refreshLive();
    },
  });

  function submit() {
    create.mutate();
  }

  return (
    <Form onSubmit={submit} aria-label={t('meeting.new')}>
      <Stack maw={800}>
        <ProblemAlert error={create.error} hideFields={MEETING_FIELDS} />
        <KeptNote kept={kept} />
        <MeetingFields value={value} error={create.error} onChange={(part) => setTyped((now) => ({ ...now, ...part }))} />
        <Group>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('meeting.create')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
