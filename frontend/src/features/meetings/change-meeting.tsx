import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, seen } from '@/api/client';
import { refreshLive } from '@/api/query-client';
import type { Meeting } from '@/api/meeting-types';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { clockOf, instantOf } from '@/i18n/time';
import { MEETING_FIELDS, MeetingFields, type MeetingDraft } from './meeting-fields';
import { meetingQuery } from './queries';

/** Change when a meeting is held and what it hears: a supplement is heard with what it adds to. */
export function ChangeMeeting({ id }: { id: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data: meeting } = useQuery(meetingQuery(id));
  return (
    <>
      <Button variant="default" leftSection={<Pencil size={16} aria-hidden />} disabled={!meeting} onClick={() => setOpened(true)}>
        {t('meeting.change')}
      </Button>
      {opened && meeting && <ChangeDialog meeting={meeting} onClose={() => setOpened(false)} />}
    </>
  );
}

function ChangeDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t } = useTranslation();
  const [opened] = useState(meeting); // what the form was opened on, whatever arrives meanwhile
  const [value, setValue, kept] = useKept<MeetingDraft>(`meeting ${opened.id}`, {
    title: opened.title,
    ...clockOf(opened.held_at),
    chosen: opened.consolidations.map(({ id }) => id),
  });
  const save = useMutation({
    mutationFn: () =>
      answer(
        client.PATCH('/api/v1/meetings/{meeting_id}', {
          params: { path: { meeting_id: opened.id }, header: seen(opened.digest) },
          body: { title: value.title, held_at: instantOf(value.date, value.time), consolidations: value.chosen },
        }),
      ),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshLive();
    },
  });

  return (
    <FormDialog
      draft={value}
      kept={kept}
      title={t('meeting.change')}
      submit={t('save.save')}
      sending={save}
      hideFields={MEETING_FIELDS}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <MeetingFields value={value} error={save.error} onChange={(part) => setValue((now) => ({ ...now, ...part }))} />
    </FormDialog>
  );
}
