import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { pagedQuery } from '@/api/pages';
import type { CaseState } from '@/api/types';

export interface PlanFilters {
  state?: CaseState;
  unit?: string;
  period?: string;
  q?: string;
}

export const plansQuery = (filters: PlanFilters) =>
  pagedQuery(keys.plans(filters), () => answer(client.GET('/api/v1/plans', { params: { query: filters } })));

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: keys.plan(id),
    queryFn: () => answer(client.GET('/api/v1/plans/{case_id}', { params: { path: { case_id: id } } })),
  });

/** What was read of a workbook; whoever comes back to it asks anew, for it is mended meanwhile. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: keys.importRead(id),
    queryFn: () => answer(client.GET('/api/v1/imports/{import_id}', { params: { path: { import_id: id } } })),
    gcTime: 0,
  });
