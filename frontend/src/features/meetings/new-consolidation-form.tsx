import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client';
import { reasonsAt } from '../../api/problem';
import { refreshLive } from '../../api/query-client';
import { useCurrentPeriod } from '../../api/reference';
import type { Consolidation } from '../../api/types';
import { PeriodSelect } from '../../components/code-selects';
import { ProblemAlert } from '../../components/problem-alert';
import { ReviewedPlans } from './reviewed-plans';

const FIELDS = ['period', 'title', 'cases'];

/** A consolidation of the plans of a period that their monitoring units have reviewed. */
export function NewConsolidationForm({ onCreated }: { onCreated: (made: Consolidation) => void }) {
  const { t } = useTranslation();
  const current = useCurrentPeriod();
  const [period = current, setPeriod] = useState<string>();
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const create = useMutation({
    mutationFn: () =>
      answer(client.POST('/api/v1/consolidations', { body: { period, cases: chosen, ...(title && { title }) } })),
    onSuccess: async (made) => {
      onCreated(made);
      await refreshLive();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate();
  }

  return (
    <form onSubmit={submit} aria-label={t('consolidation.new')}>
      <Stack maw={800}>
        <ProblemAlert error={create.error} hideFields={FIELDS} />
        <PeriodSelect
          label={t('plan.period')}
          placeholder={t('choose')}
          required
          value={period}
          error={reasonsAt(create.error, 'period')}
          onChange={(label) => {
            setPeriod(label);
            setChosen([]);
          }}
        />
        <TextInput
          label={t('consolidation.title')}
          value={title}
          error={reasonsAt(create.error, 'title')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {period && (
          <ReviewedPlans
            period={period}
            chosen={chosen}
            error={reasonsAt(create.error, 'cases')}
            onChange={setChosen}
          />
        )}
        <Group>
          <Button type="submit" loading={create.isPending}>
            {t('consolidation.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
