import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { everyPage, pagedQuery } from '@/api/pages';
import type { CaseState } from '@/api/types';

export const consolidationsQuery = pagedQuery(keys.consolidations, () => answer(client.GET('/api/v1/consolidations')));

/** All plans of one period and state: what may go into a consolidation. */
export const everyPlanQuery = (state: CaseState, period: string) =>
  queryOptions({
    queryKey: [...keys.plans({ state, period }), 'every'],
    queryFn: () => everyPage(answer(client.GET('/api/v1/plans', { params: { query: { state, period } } }))),
  });
