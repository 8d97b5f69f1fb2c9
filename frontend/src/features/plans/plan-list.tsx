import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { ActName, PlanSummary } from '@/api/types';
import { CaseCard } from '@/components/case/case-card';
import { Pick, type Picked } from '@/components/case/picked';
import { PagedList } from '@/components/ui/paged-list';
import { Standing } from '@/components/case/state-badge';
import { TimeAgo } from '@/components/ui/time-ago';
import { bulkPlan, type BulkPlan } from './bulk-plans';
import { plansQuery, type PlanFilters } from './queries';

interface Picking {
  picked: Picked<BulkPlan>;
  /** What the person can do with many at once. */
  acts: readonly ActName[];
}

/** The plans; whoever signs many of them at once picks them here. */
export function PlanList({ filters, picking }: { filters: PlanFilters; picking?: Picking }) {
  const { t } = useTranslation();
  return (
    <PagedList query={plansQuery(filters)} label={t('plan.list')} empty={t('plan.noneFound')}>
      {(plan) => <Item key={plan.id} plan={plan} picking={picking} />}
    </PagedList>
  );
}

function Item({ plan, picking }: { plan: PlanSummary; picking: Picking | undefined }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const standing = (
    <Standing
      state={plan.state}
      kind={plan.kind}
      adoption={plan.adoption}
      number={plan.issued_number}
      discarded={plan.discarded}
      waitsForHead={plan.submitted}
      returned={plan.returned}
      dueAt={plan.due_at}
      stopped={plan.stopped}
    />
  );
  const item = picking && bulkPlan(plan, picking.acts);
  const pick = item && item.begins.length > 0 ? <Pick item={item} title={plan.title} picked={picking.picked} /> : undefined;
  const about = [plan.number, unitName(plan.unit), plan.period];
  return (
    <CaseCard id={plan.id} kind={plan.kind} title={plan.title} about={about} standing={standing} pick={pick}>
      <Text size="sm" mt="xs">
        {t('plan.counts', { targets: plan.targets, tasks: plan.tasks })} · {t('waits.label')}: {t(`waits.${plan.waits_for}`)} · {t('since')}{' '}
        <TimeAgo at={plan.since} />
      </Text>
    </CaseCard>
  );
}
