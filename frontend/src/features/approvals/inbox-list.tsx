import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/reference';
import type { InboxItem } from '../../api/types';
import { CaseCard } from '../../components/case-card';
import { EmptyNote } from '../../components/empty-note';
import { LoadMore } from '../../components/load-more';
import { PlainList } from '../../components/plain-list';
import { QueryView } from '../../components/query-view';
import { Standing } from '../../components/state-badge';
import { TimeAgo } from '../../components/time-ago';
import { exactTime } from '../../i18n/time';
import { inboxQuery } from './queries';

/** What waits for me, as the server orders it. */
export function InboxList() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(inboxQuery);
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.results);
        if (items.length === 0) return <EmptyNote>{t('inbox.empty')}</EmptyNote>;
        return (
          <Stack gap="sm">
            <PlainList aria-label={t('inbox.title')}>
              {items.map((item) => (
                <Item key={item.case} item={item} />
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

function Item({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const standing = (
    <Standing
      state={item.state}
      kind={item.kind}
      waitsForHead={item.waits_for === 'head'}
      returned={item.returned}
      dueAt={item.due_at}
    />
  );
  return (
    <CaseCard id={item.case} kind={item.kind} title={item.title} about={[unitName(item.unit), item.period]} standing={standing}>
      <Text size="sm" mt={4}>
        {t('waits.label')}: {t(`waits.${item.waits_for}`)} · {t('since')} <TimeAgo at={item.since} />
        {item.due_at && ` · ${t('due', { at: exactTime(item.due_at) })}`}
      </Text>
    </CaseCard>
  );
}
