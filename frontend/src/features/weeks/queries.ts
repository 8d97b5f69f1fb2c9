import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import type { MyWeek, WeekAsked } from '@/api/week-types';

export const weekQuery = (week: WeekAsked) =>
  queryOptions({
    queryKey: keys.week(week),
    queryFn: async () => (await answer(client.GET('/api/v1/my-week', { params: { query: { week } } }))) as MyWeek,
    placeholderData: keepPreviousData,
  });

/** What the person is reminded of today; null: nothing. */
export const digestQuery = queryOptions({
  queryKey: keys.digest,
  queryFn: async () => (await answer(client.GET('/api/v1/my-digest'))).digest,
});
