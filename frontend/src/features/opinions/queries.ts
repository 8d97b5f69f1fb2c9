import { queryOptions } from '@tanstack/react-query';
import { answer, client, seen } from '@/api/client';
import { keys } from '@/api/keys';
import type { Opinion, OpinionLine } from '@/api/opinion-types';
import { everyPage, type Page } from '@/api/pages';

export const opinionsQuery = (plan: string) =>
  queryOptions({
    queryKey: keys.opinions(plan),
    queryFn: () =>
      everyPage(
        answer(client.GET('/api/v1/plans/{case_id}/opinions', { params: { path: { case_id: plan } } })) as Promise<Page<OpinionLine>>,
      ),
  });

export const opinionQuery = (id: string) =>
  queryOptions({
    queryKey: keys.opinion(id),
    queryFn: async () => (await answer(client.GET('/api/v1/opinions/{case_id}', { params: { path: { case_id: id } } }))) as Opinion,
  });

export const askOpinions = (plan: string, due_on: string) =>
  answer(client.POST('/api/v1/plans/{case_id}/opinions', { params: { path: { case_id: plan } }, body: { due_on } }));

export async function saveOpinion(id: string, said: { agrees: boolean | null; text: string }, digest: string): Promise<Opinion> {
  const params = { path: { case_id: id }, header: seen(digest) };
  return (await answer(client.PUT('/api/v1/opinions/{case_id}', { params, body: said }))) as Opinion;
}
