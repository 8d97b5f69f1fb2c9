import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/reference';
import type { PlanSummary } from '../../api/types';
import { CaseCard } from '../../components/case-card';
import { EmptyNote } from '../../components/empty-note';
import { LoadMore } from '../../components/load-more';
import { PlainList } from '../../components/plain-list';
import { QueryView } from '../../components/query-view';
import { Standing } from '../../components/state-badge';
import { TimeAgo } from '../../components/time-ago';
import { plansQuery, type PlanFilters } from './queries';

export function PlanList({ filters }: { filters: PlanFilters }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(plansQuery(filters));
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const plans = pages.flatMap((page) => page.results);
        if (plans.length === 0) return <EmptyNote>{t('plan.noneFound')}</EmptyNote>;
        return (
          <Stack gap="sm">
            <PlainList aria-label={t('plan.list')}>
              {plans.map((plan) => (
                <Item key={plan.id} plan={plan} />
              ))}
            </PlainList>
            <LoadMore
              hasMore={query.hasNextPage}
              loading={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </Stack>
        );
      }}
    </QueryView>
  );
}

function Item({ plan }: { plan: PlanSummary }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const standing = (
    <Standing
      state={plan.state}
      kind={plan.kind}
      waitsForHead={plan.submitted}
      returned={plan.returned}
      dueAt={plan.due_at}
    />
  );
  const about = [plan.number, unitName(plan.unit), plan.period];
  return (
    <CaseCard id={plan.id} kind={plan.kind} title={plan.title} about={about} standing={standing}>
      <Text size="sm" mt={4}>
        {t('plan.counts', { targets: plan.targets, tasks: plan.tasks })} · {t('waits.label')}:{' '}
        {t(`waits.${plan.waits_for}`)} · {t('since')} <TimeAgo at={plan.since} />
      </Text>
    </CaseCard>
  );
}
