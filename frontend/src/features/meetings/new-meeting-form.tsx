import { Button, Group, Stack, TextInput } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client';
import { reasonsAt } from '../../api/problem';
import { refreshLive } from '../../api/query-client';
import { DateField } from '../../components/date-field';
import { ProblemAlert } from '../../components/problem-alert';
import { QueryView } from '../../components/query-view';
import { instantOf, today } from '../../i18n/time';
import { CaseChoice } from './case-choice';
import { everyConsolidationQuery } from './queries';

const FIELDS = ['title', 'held_at', 'consolidations'];

/** A meeting that hears signed consolidations. */
export function NewMeetingForm({ onCreated }: { onCreated: () => void }) {
  const { t } = useTranslation();
  const [value, setValue] = useState({ title: '', date: today(), time: '14:00', chosen: [] as string[] });
  const change = (part: Partial<typeof value>) => setValue((now) => ({ ...now, ...part }));
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
    onSuccess: async () => {
      onCreated();
      await refreshLive();
    },
  });
  const error = (field: string) => reasonsAt(create.error, field);

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate();
  }

  return (
    <form onSubmit={submit} aria-label={t('meeting.new')}>
      <Stack maw={800}>
        <ProblemAlert error={create.error} hideFields={FIELDS} />
        <TextInput
          label={t('meeting.title')}
          value={value.title}
          error={error('title')}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Group grow align="flex-start" maw={420}>
          <DateField
            label={t('meeting.date')}
            required
            value={value.date}
            error={error('held_at')}
            onChange={(date) => change({ date })}
          />
          <TimeInput
            label={t('meeting.time')}
            required
            value={value.time}
            onChange={(event) => change({ time: event.currentTarget.value })}
          />
        </Group>
        <SignedConsolidations chosen={value.chosen} error={error('consolidations')} onChange={(chosen) => change({ chosen })} />
        <Group>
          <Button type="submit" loading={create.isPending}>
            {t('meeting.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface SignedConsolidationsProps {
  chosen: string[];
  error: string | undefined;
  onChange: (chosen: string[]) => void;
}

function SignedConsolidations({ chosen, error, onChange }: SignedConsolidationsProps) {
  const { t } = useTranslation();
  const query = useQuery(everyConsolidationQuery);
  return (
    <QueryView query={query}>
      {(consolidations) => (
        <CaseChoice
          label={t('meeting.choose')}
          empty={t('meeting.nothingSigned')}
          items={consolidations.filter((item) => item.state === 'consolidated')}
          chosen={chosen}
          error={error}
          onChange={onChange}
        />
      )}
    </QueryView>
  );
}
