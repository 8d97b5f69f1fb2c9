import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FilePlus2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { refreshLive } from '@/api/query-client';
import type { Plan, Reason } from '@/api/types';
import { Fold } from '@/components/ui/fold';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { ReasonList } from '@/components/ui/reason-list';

/** Whether the plan is one that supplements change. */
const isSupplemented = ({ in_force, kind }: Plan) => in_force && kind !== 'conclusions';

/** Begins a supplement to the plan in force, and opens its draft. */
export function SupplementButton({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/plans/{case_id}/revisions', { params: { path: { case_id: plan.id } } })),
    onSuccess: async ({ id }) => {
      await navigate({ to: '/plans/$id', params: { id } });
      await refreshLive();
    },
  });
  if (!isSupplemented(plan) || plan.supplementable.length > 0) return null;
  return (
    <>
      <Button variant="default" leftSection={<FilePlus2 size={16} aria-hidden />} loading={begin.isPending} onClick={() => begin.mutate()}>
        {t('supplement.begin')}
      </Button>
      <ProblemAlert error={begin.error} />
    </>
  );
}

/** Why no supplement can be begun now, in the server's words; the one under way is a click away. */
export function WhyNoSupplement({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  if (!isSupplemented(plan) || plan.supplementable.length === 0) return null;
  const seen = new Set(plan.line.map(({ id }) => id));
  const reasons = plan.supplementable.map(({ row, ...reason }): Reason => (row && seen.has(row) ? { ...reason, case: row } : reason));
  return (
    <Fold summary={t('supplement.whyNot')}>
      <ReasonList reasons={reasons} />
    </Fold>
  );
}
