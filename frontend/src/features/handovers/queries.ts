import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client, seen } from '@/api/client';
import type { Beginning, Handover, HandoverChanges, HandoverInput, HandoverLine } from '@/api/handover-types';
import { keys } from '@/api/keys';
import { pagedQuery, type Page } from '@/api/pages';

export const handoversQuery = pagedQuery(keys.handovers, () => answer(client.GET('/api/v1/handovers')) as Promise<Page<HandoverLine>>);

export const handoverQuery = (id: string) =>
  queryOptions({
    queryKey: keys.handover(id),
    queryFn: async () => (await answer(client.GET('/api/v1/handovers/{case_id}', { params: { path: { case_id: id } } }))) as Handover,
  });

/** Whom one in this unit can name, and what the giver has, where one is named. */
export const beginningQuery = (unit: string, giver: string) =>
  queryOptions({
    queryKey: keys.handoverBeginning(unit, giver),
    queryFn: async () =>
      (await answer(client.GET('/api/v1/handover-beginning', { params: { query: giver ? { unit, giver } : { unit } } }))) as Beginning,
    enabled: unit !== '',
    placeholderData: keepPreviousData,
  });

export async function beginHandover(body: HandoverInput): Promise<Handover> {
  return (await answer(client.POST('/api/v1/handovers', { body }))) as Handover;
}

export async function changeHandover(id: string, body: HandoverChanges, digest: string): Promise<Handover> {
  const params = { path: { case_id: id }, header: seen(digest) };
  return (await answer(client.PUT('/api/v1/handovers/{case_id}', { params, body }))) as Handover;
}
