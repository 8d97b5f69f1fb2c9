import { queryOptions } from '@tanstack/react-query';
import { answer, client, seen } from '@/api/client';
import { keys } from '@/api/keys';
import type { Answer, OpeningSheet, OpeningSummary } from '@/api/opening-types';
import { pagedQuery, type Page } from '@/api/pages';

export const sheetsQuery = pagedQuery(
  keys.openingSheets,
  () => answer(client.GET('/api/v1/opening-sheets')) as Promise<Page<OpeningSummary>>,
);

export const openingQuery = (id: string) =>
  queryOptions({
    queryKey: keys.openingSheet(id),
    queryFn: async () =>
      (await answer(client.GET('/api/v1/opening-sheets/{case_id}', { params: { path: { case_id: id } } }))) as OpeningSheet,
  });

export async function saveAnswers(id: string, rows: Answer[], digest: string): Promise<OpeningSheet> {
  const params = { path: { case_id: id }, header: seen(digest) };
  return (await answer(client.PUT('/api/v1/opening-sheets/{case_id}/rows', { params, body: { rows } }))) as OpeningSheet;
}
