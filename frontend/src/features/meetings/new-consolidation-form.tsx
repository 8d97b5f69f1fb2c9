import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client';
import { reasonsAt } from '../../api/problem';
import { refreshLive } from '../../api/query-client';
import type { Consolidation } from '../../api/types';
import { PeriodSelect } from '../../components/code-selects';
import { ProblemAlert } from '../../components/problem-alert';
import { QueryView } from '../../components/query-view';
import { CaseChoice } from './case-choice';
import { everyPlanQuery } from './queries';

const FIELDS = ['period', 'title', 'cases'];

/** A consolidation of the plans of a period that their monitoring units have reviewed. */
export function NewConsolidationForm({ onCreated }: { onCreated: (made: Consolidation) => void }) {
  const { t } = useTranslation();
  const [period, setPeriod] = useState('');
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

interface ReviewedPlansProps {
  period: string;
  chosen: string[];
  error: string | undefined;
  onChange: (chosen: string[]) => void;
}

function ReviewedPlans({ period, chosen, error, onChange }: ReviewedPlansProps) {
  const { t } = useTranslation();
  const query = useQuery(everyPlanQuery('monitor-reviewed', period));
  return (
    <QueryView query={query}>
      {(plans) => (
        <CaseChoice
          label={t('consolidation.choose')}
          empty={t('consolidation.nothingReviewed')}
          items={plans}
          chosen={chosen}
          error={error}
          onChange={onChange}
        />
      )}
    </QueryView>
  );
}
