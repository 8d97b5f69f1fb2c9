import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';
import { commonHeaders } from './client';
import { problemOf, Unreachable } from './problem';

/** A page of a list; `next` is the address of the following one. */
export interface Page<T> {
  results: T[];
  next: string | null;
}

/** The page at an address that the server gave, asked of the origin of this window. */
async function follow<T>(next: string): Promise<Page<T>> {
  const { pathname, search } = new URL(next);
  const response = await fetch(pathname + search, { headers: commonHeaders('GET') }).catch(() => {
    throw new Unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Page<T>;
}

/** A list that is read page by page as the person asks for more. */
export function pagedQuery<T>(queryKey: QueryKey, first: () => Promise<Page<T>>) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => (pageParam === null ? first() : follow<T>(pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export type PagedQuery<T> = ReturnType<typeof pagedQuery<T>>;

/** All of a list: for what a screen cannot show in part. */
export async function everyPage<T>(first: Promise<Page<T>>): Promise<T[]> {
  let page = await first;
  const found = [...page.results];
  while (page.next) {
    page = await follow<T>(page.next);
    found.push(...page.results);
  }
  return found;
}
