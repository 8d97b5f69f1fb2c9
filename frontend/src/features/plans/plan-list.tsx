import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { PlanSummary } from '@/api/types';
import { CaseCard } from '@/components/case/case-card';
import { PagedList } from '@/components/ui/paged-list';
import { Standing } from '@/components/case/state-badge';
import { TimeAgo } from '@/components/ui/time-ago';
import { plansQuery, type PlanFilters } from './queries';

export function PlanList({ filters }: { filters: PlanFilters }) {
  const { t } = useTranslation();
  return (
    <PagedList query={plansQuery(filters)} label={t('plan.list')} empty={t('plan.noneFound')}>
      {(plan) => <Item key={plan.id} plan={plan} />}
    </PagedList>
  );
}

function Item({ plan }: { plan: PlanSummary }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const standing = (
    <Standing state={plan.state} kind={plan.kind} waitsForHead={plan.submitted} returned={plan.returned} dueAt={plan.due_at} />
  );
  const about = [plan.number, unitName(plan.unit), plan.period];
  return (
    <CaseCard id={plan.id} kind={plan.kind} title={plan.title} about={about} standing={standing}>
      <Text size="sm" mt={4}>
        {t('plan.counts', { targets: plan.targets, tasks: plan.tasks })} · {t('waits.label')}: {t(`waits.${plan.waits_for}`)} · {t('since')}{' '}
        <TimeAgo at={plan.since} />
      </Text>
    </CaseCard>
  );
}
