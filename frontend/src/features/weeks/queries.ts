import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import type { components } from '@/api/schema';
import type { Complete } from '@/api/types';

export type Week = Complete<components['schemas']['MyWeekOutput']>;
export type WeekItem = Week['items'][number];
/** Until the end of which week. */
export type WhichWeek = 'this' | 'next';

export const weekQuery = (week: WhichWeek) =>
  queryOptions({
    queryKey: keys.week(week),
    queryFn: async () => (await answer(client.GET('/api/v1/my-week', { params: { query: { week } } }))) as Week,
  });
