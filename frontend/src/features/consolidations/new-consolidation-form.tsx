import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { PLAN_KINDS, REPORTED_KINDS, useCurrentPeriod } from '@/api/reference';
import type { Consolidation } from '@/api/meeting-types';
import { PeriodSelect } from '@/components/case/code-selects';
import { usePeriodName } from '@/components/case/period-name';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { kindOfPeriod } from '@/i18n/periods';
import { OfPlans, type Creating, type FormProps } from './of-plans';

const FIELDS = ['period', 'title', 'cases'];

/** A consolidation: of what was reported in a month, with one click, or of plans that are chosen. */
export function NewConsolidationForm({ onCreated }: { onCreated: (made: Consolidation) => void }) {
  const { t } = useTranslation();
  const month = useCurrentPeriod(['month']);
  const year = useCurrentPeriod();
  const [period = month || year, setPeriod] = useState<string>();
  const create = useMutation({
    mutationFn: ({ body }: Creating) => answer(client.POST('/api/v1/consolidations', { body })),
    onSuccess: async (made, { onSent }) => {
      onSent?.();
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

/** Everything checked of the month, and what came late from earlier ones: nothing to choose. */
function OfReports({ period, loading, onCreate }: FormProps) {
  const { t } = useTranslation();
  const name = usePeriodName()(period);
  return (
    <Stack gap="sm">
      <Text size="sm">{t('consolidation.monthHint')}</Text>
      <Group>
        <Button variant="filled" loading={loading} onClick={() => onCreate({ body: { period } })}>
          {t('consolidation.createOf', { period: name.charAt(0).toLowerCase() + name.slice(1) })}
        </Button>
      </Group>
    </Stack>
  );
}
