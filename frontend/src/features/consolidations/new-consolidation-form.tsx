import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { PLAN_KINDS, REPORTED_KINDS, useCurrentPeriod } from '@/api/reference';
import type { Consolidation, ConsolidationInput } from '@/api/meeting-types';
import { PeriodSelect } from '@/components/case/code-selects';
import { usePeriodName } from '@/components/case/period-name';
import { TextLink } from '@/components/ui/links';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { kindOfPeriod } from '@/i18n/periods';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { CheckedPlans } from './case-fields';

const FIELDS = ['period', 'title', 'cases'];

/** A consolidation: of what was reported in a month, with one click, or of plans that are chosen. */
export function NewConsolidationForm({ onCreated }: { onCreated: (made: Consolidation) => void }) {
  const { t } = useTranslation();
  const month = useCurrentPeriod(['month']);
  const year = useCurrentPeriod();
  const [period = month || year, setPeriod] = useState<string>();
  const create = useMutation({
    mutationFn: (body: ConsolidationInput) => answer(client.POST('/api/v1/consolidations', { body })),
    onSuccess: async (made) => {
      onCreated(made);
      await refreshLive();
    },
  });
  const form = { period, error: create.error, loading: create.isPending, onCreate: create.mutate };
  const ofPlans = PLAN_KINDS.includes(kindOfPeriod(period));
  return (
    <Stack maw={800}>
      <ProblemAlert error={create.error} hideFields={FIELDS} />
      <PeriodSelect
        label={t('plan.period')}
        placeholder={t('choose')}
        kinds={REPORTED_KINDS}
        value={period}
        error={reasonsAt(create.error, 'period')}
        onChange={(label) => {
          setPeriod(label);
          create.reset();
        }}
      />
      {period && (ofPlans ? <OfPlans key={period} {...form} /> : <OfReports {...form} />)}
    </Stack>
  );
}

interface FormProps {
  period: string;
  error: Error | null;
  loading: boolean;
  onCreate: (body: ConsolidationInput) => void;
}

/** Everything checked of the month, and what came late from earlier ones: nothing to choose. */
function OfReports({ period, loading, onCreate }: FormProps) {
  const { t } = useTranslation();
  const name = usePeriodName()(period);
  return (
    <Stack gap="xs">
      <Text size="sm">{t('consolidation.monthHint')}</Text>
      <Group>
        <Button loading={loading} onClick={() => onCreate({ period })}>
          {t('consolidation.createOf', { period: name.charAt(0).toLowerCase() + name.slice(1) })}
        </Button>
      </Group>
    </Stack>
  );
}

function OfPlans({ period, error, loading, onCreate }: FormProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);

  function submit(event: FormEvent) {
    event.preventDefault();
    onCreate({ period, cases: chosen, ...(title && { title }) });
  }

  return (
    <form onSubmit={submit} aria-label={t('consolidation.new')}>
      <Stack>
        <Text size="sm">
          {t('consolidation.plansAlone')}{' '}
          <TextLink to="/plans" search={{ state: 'monitor-reviewed', period }} inherit>
            {t('plan.list')}
          </TextLink>
        </Text>
        <TextInput
          label={t('consolidation.title')}
          value={title}
          {...limit(LIMITS.ConsolidationInput.title, title, reasonsAt(error, 'title'))}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <CheckedPlans period={period} chosen={chosen} error={reasonsAt(error, 'cases')} onChange={setChosen} />
        <Group>
          <Button type="submit" loading={loading}>
            {t('consolidation.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
