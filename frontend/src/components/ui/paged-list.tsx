import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page, PagedQuery } from '@/api/pages';
import { EmptyNote } from './empty-note';
import { LoadMore } from './load-more';
import { NewChanges } from './new-changes';
import { PlainList } from './plain-list';
import { QueryView } from './query-view';
import { changedLines, useSteady } from './steady';

interface PagedListProps<T> {
  query: PagedQuery<T>;
  label: string;
  /** Said when there is nothing. */
  empty: string;
  /** One entry, an `li`, with its key. */
  children: (item: T) => ReactNode;
}

/** A list of the server, read page by page as the person asks for more; its lines do not move under the hand. */
export function PagedList<T>({ query: asked, label, empty, children }: PagedListProps<T>) {
  const query = useInfiniteQuery(asked);
  const more = <LoadMore hasMore={query.hasNextPage} loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />;
  return (
    <QueryView query={query}>
      {({ pages }) => (
        <Lines pages={pages} asked={`${JSON.stringify(asked.queryKey)} ${pages.length}`} label={label} empty={empty} more={more}>
          {children}
        </Lines>
      )}
    </QueryView>
  );
}

interface LinesProps<T> extends Omit<PagedListProps<T>, 'query'> {
  pages: readonly Page<T>[];
  /** What of which list was asked for, and how far. */
  asked: string;
  more: ReactNode;
}

const itemsOf = <T,>(pages: readonly Page<T>[]) => pages.flatMap((page) => page.results);
const keyOf = (item: unknown) => (item as { id?: string }).id ?? JSON.stringify(item);
const changesOf = <T,>(shown: readonly Page<T>[], fresh: readonly Page<T>[]) => changedLines(itemsOf(shown), itemsOf(fresh), keyOf);

function Lines<T>({ pages, asked, label, empty, more, children }: LinesProps<T>) {
  const { shown, changes, show } = useSteady(pages, changesOf, asked);
  const items = itemsOf(shown);
  return (
    <Stack gap="sm">
      <NewChanges n={changes} onShow={show} />
      {items.length === 0 ? <EmptyNote>{empty}</EmptyNote> : <PlainList aria-label={label}>{items.map(children)}</PlainList>}
      {more}
    </Stack>
  );
}
