import { Group, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHolds, usePresents } from '@/api/reference';
import type { ActName } from '@/api/types';
import { usePicked } from '@/components/case/picked';
import { ButtonLink } from '@/components/ui/links';
import { PageTitle } from '@/components/ui/page-title';
import { PickedPanel } from '@/features/approvals/picked-panel';
import { bulkPlan, type BulkPlan } from '@/features/plans/bulk-plans';
import { PlanFilters } from '@/features/plans/plan-filters';
import { PlanList } from '@/features/plans/plan-list';
import { plansQuery, type PlanFilters as Filters } from '@/features/plans/queries';
import { paths } from '@/app/paths';

const route = getRouteApi('/frame/plans');

export function PlansPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const holdsEdit = useHolds('edit');
  const holdsConsolidate = useHolds('consolidate');
  return (
    <Stack>
      <Group justify="space-between">
        <PageTitle>{t('plan.list')}</PageTitle>
        <Group gap="sm">
          {(holdsEdit || holdsConsolidate) && (
            <ButtonLink to={paths.newPlan} preload="render">
              {t('plan.new')}
            </ButtonLink>
          )}
          {holdsEdit && (
            <ButtonLink to={paths.importPlan} preload="render" variant="default">
              {t('import.title')}
            </ButtonLink>
          )}
        </Group>
      </Group>
      <PlanFilters value={filters} onChange={(search) => void navigate({ search, replace: true })} />
      <PickablePlans filters={filters} />
    </Stack>
  );
}

/**
 * What each right does with many at once: a head signs and returns, so does who follows; the office lists, registers and sends back, the
 * leadership adopts. Everybody else reads.
 */
function usePickedActs(): ActName[] {
  const [heads, follows, office, presents] = [useHolds('approve'), useHolds('review'), useHolds('consolidate'), usePresents()];
  const acts: [boolean, ActName][] = [
    [heads, 'approve'],
    [follows, 'review'],
    [office, 'consolidate'],
    [office, 'register'],
    [presents, 'present'],
    [heads || follows, 'return'],
    [office, 'send-back'],
  ];
  return acts.filter(([holds]) => holds).map(([, act]) => act);
}

function PickablePlans({ filters }: { filters: Filters }) {
  const acts = usePickedActs();
  const picked = usePicked<BulkPlan>();
  const { data } = useInfiniteQuery(plansQuery(filters));
  if (acts.length === 0) return <PlanList filters={filters} />;
  const shown = data?.pages.flatMap(({ results }) => results.map((plan) => bulkPlan(plan, acts))) ?? [];
  return (
    <>
      <PlanList filters={filters} picking={{ picked, acts }} />
      <PickedPanel picked={picked} shown={shown.filter(({ begins }) => begins.length > 0)} acts={acts} />
    </>
  );
}
