import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CaseCard } from '../../components/case-card';
import { EmptyNote } from '../../components/empty-note';
import { LoadMore } from '../../components/load-more';
import { PlainList } from '../../components/plain-list';
import { QueryView } from '../../components/query-view';
import { StateBadge } from '../../components/state-badge';
import { consolidationsQuery } from './queries';

export function ConsolidationList() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(consolidationsQuery);
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.results);
        if (items.length === 0) return <EmptyNote>{t('consolidation.none')}</EmptyNote>;
        return (
          <Stack gap="sm">
            <PlainList aria-label={t('consolidation.list')}>
              {items.map((item) => (
                <CaseCard
                  key={item.id}
                  id={item.id}
                  kind="consolidation"
                  title={item.title}
                  about={[item.period, t('consolidation.inside', { n: item.cases.length })]}
                  standing={<StateBadge state={item.state} kind="consolidation" />}
                />
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
