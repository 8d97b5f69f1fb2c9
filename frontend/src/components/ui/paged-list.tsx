import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PagedQuery } from '@/api/pages';
import { EmptyNote } from './empty-note';
import { LoadMore } from './load-more';
import { PlainList } from './plain-list';
import { QueryView } from './query-view';

interface PagedListProps<T> {
  query: PagedQuery<T>;
  label: string;
  /** Said when there is nothing. */
  empty: string;
  /** One entry, an `li`, with its key. */
  children: (item: T) => ReactNode;
}

/** A list of the server, read page by page as the person asks for more. */
export function PagedList<T>({ query: asked, label, empty, children }: PagedListProps<T>) {
  const query = useInfiniteQuery(asked);
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.results);
        if (items.length === 0) return <EmptyNote>{empty}</EmptyNote>;
        return (
          <Stack gap="md">
            <PlainList aria-label={label}>{items.map(children)}</PlainList>
            <LoadMore hasMore={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
          </Stack>
        );
      }}
    </QueryView>
  );
}
