import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';

export const matrixQuery = (period: string) =>
  queryOptions({
    queryKey: keys.matrix(period),
    queryFn: () => answer(client.GET('/api/v1/periods/{period_id}/matrix', { params: { path: { period_id: period } } })),
  });

/** Whom a reminder is for: the monitoring units, or the units that report to one. */
export type Reminded = 'monitors' | 'units';

export const reminderQuery = (period: string, to: Reminded, unit?: string) =>
  queryOptions({
    queryKey: keys.reminder(period, unit ?? to),
    queryFn: () =>
      answer(
        client.GET('/api/v1/periods/{period_id}/reminder', {
          params: { path: { period_id: period }, query: { to, unit } },
        }),
      ),
    staleTime: 0,
  });

export const openPeriod = (period: string) =>
  answer(client.POST('/api/v1/periods/{period_id}/open', { params: { path: { period_id: period } } }));
