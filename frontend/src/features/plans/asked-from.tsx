import { NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, seen } from '@/api/client';
import { keys } from '@/api/keys';
import { reasonsAt } from '@/api/problem';
import { queryClient, refreshLive } from '@/api/query-client';
import { periodsQuery } from '@/api/reference';
import type { Plan } from '@/api/types';
import { usePeriodName } from '@/components/case/period-name';
import { useHeld } from '@/components/ui/held';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { monthOf, monthsBetween } from './line';

/** From which month a supplement holds, or asks to: chosen by whom the server lets, at once. */
export function AskedFrom({ plan, canEdit }: { plan: Plan; canEdit: boolean }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  if (canEdit) return <MonthChoice plan={plan} />;
  const from = plan.holds_from ?? plan.asked_from;
  return (
    <Text size="sm">
      {from
        ? t('supplement.holdsFrom', { month: periodName(monthOf(from)).toLowerCase() })
        : `${t('supplement.from')}: ${t('supplement.fromUsual')}`}
    </Text>
  );
}

function MonthChoice({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const { data: periods = [] } = useQuery(periodsQuery);
  const held = useHeld();
  const year = periods.find(({ label }) => label === plan.period);
  const closed = periods.filter(({ kind, closed_at }) => kind === 'month' && closed_at !== null).map(({ label }) => label);
  // What was closed stays as it was reported: only later months are offered, and the one that is asked for already.
  const open = (month: string) => closed.every((label) => label < month) || `${month}-01` === plan.asked_from;
  const months = year ? monthsBetween(year.starts, year.ends).filter(open) : [];
  const ask = useMutation({
    mutationFn: (asked_from: string | null) =>
      answer(
        client.PATCH('/api/v1/plans/{case_id}', {
          params: { path: { case_id: plan.id }, header: seen(plan.digest) },
          body: { asked_from },
        }),
      ),
    onSuccess: async (saved) => {
      queryClient.setQueryData(keys.plan(plan.id), saved);
      await refreshLive();
    },
  });
  return (
    <>
      <NativeSelect
        label={t('supplement.from')}
        maw={420}
        value={plan.asked_from ?? ''}
        disabled={held || ask.isPending}
        error={reasonsAt(ask.error, 'asked_from')}
        data={[
          { value: '', label: t('supplement.fromUsual') },
          ...months.map((month) => ({ value: `${month}-01`, label: periodName(month) })),
        ]}
        onChange={(event) => ask.mutate(event.currentTarget.value || null)}
      />
      <ProblemAlert error={reasonsAt(ask.error, 'asked_from') ? null : ask.error} />
    </>
  );
}
