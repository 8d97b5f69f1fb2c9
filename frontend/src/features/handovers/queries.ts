import { queryOptions } from '@tanstack/react-query';
import { answer, client, seen } from '@/api/client';
import { keys } from '@/api/keys';
import { pagedQuery, type Page } from '@/api/pages';
import type { components } from '@/api/schema';
import type { Complete } from '@/api/types';

type Schemas = components['schemas'];
export type HandoverLine = Complete<Schemas['HandoverLineOutput']>;
export type Handover = Complete<Schemas['HandoverOutput']>;
export type HandedItem = Handover['items'][number];
export type HandoverInput = Schemas['HandoverInputRequest'];
export type HandoverChanges = Schemas['HandoverChangesRequest'];

export const handoversQuery = pagedQuery(
  keys.handovers,
  () => answer(client.GET('/api/v1/handovers', { params: { query: {} } })) as Promise<Page<HandoverLine>>,
);

export const handoverQuery = (id: string) =>
  queryOptions({
    queryKey: keys.handover(id),
    queryFn: async () => (await answer(client.GET('/api/v1/handovers/{case_id}', { params: { path: { case_id: id } } }))) as Handover,
  });

export async function beginHandover(body: HandoverInput): Promise<Handover> {
  return (await answer(client.POST('/api/v1/handovers', { body }))) as Handover;
}

/** Gathers anew what the giver has now. */
export async function gatherAnew(id: string, body: HandoverChanges, digest: string): Promise<Handover> {
  const params = { path: { case_id: id }, header: seen(digest) };
  return (await answer(client.PUT('/api/v1/handovers/{case_id}', { params, body }))) as Handover;
}
