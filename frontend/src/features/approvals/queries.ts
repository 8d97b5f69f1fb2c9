import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { everyPage, pagedQuery, type Page } from '@/api/pages';
import { queryClient } from '@/api/query-client';
import type { InboxItem, ListedCase, Signature } from '@/api/types';

/** As many as the server gives at once: a screen that puts them in order needs all. */
const ALL = { params: { query: { page_size: 200 } } };

/** What waits for me. */
export const inboxQuery = queryOptions({
  queryKey: keys.inbox,
  queryFn: () => everyPage(answer(client.GET('/api/v1/inbox', ALL)) as Promise<Page<InboxItem>>),
});

/** What I or my unit sent on, and what waits for somebody else. */
export const elsewhereQuery = queryOptions({
  queryKey: keys.elsewhere,
  queryFn: () => everyPage(answer(client.GET('/api/v1/inbox/elsewhere', ALL)) as Promise<Page<InboxItem>>),
});

/** The cases that a notice is about, of which the person sees; without one all that they see. */
export const casesQuery = (notice?: string) =>
  pagedQuery(keys.cases(notice ?? ''), async () => {
    const { results, next } = await answer(client.GET('/api/v1/cases', { params: { query: { notice } } }));
    return { results: results as ListedCase[], next: next ?? null };
  });

/** As many as are shown of what is looked for; who looks for more says more. */
const FOUND = 20;
/** Fewer letters than that find everything. */
export const FEWEST_LETTERS = 2;

/** Looking for words among all that the person sees. */
export const casesFoundQuery = (q: string) =>
  queryOptions({
    queryKey: keys.casesFound(q),
    enabled: q.length >= FEWEST_LETTERS,
    queryFn: async () => {
      const { results } = await answer(client.GET('/api/v1/cases', { params: { query: { q, page_size: FOUND } } }));
      return results as ListedCase[];
    },
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: keys.case(id),
    queryFn: () => answer(client.GET('/api/v1/cases/{case_id}', { params: { path: { case_id: id } } })),
  });

/** What a submission says otherwise than the one before it. */
export const differenceQuery = (id: string, submission: number) =>
  queryOptions({
    queryKey: keys.difference(id, submission),
    staleTime: Infinity,
    queryFn: () => answer(client.GET('/api/v1/cases/{case_id}/diff', { params: { path: { case_id: id }, query: { to: submission } } })),
  });

export const signaturesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.signatures(id),
    queryFn: async () => {
      const params = { path: { case_id: id } };
      const chain = await everyPage(answer(client.GET('/api/v1/cases/{case_id}/signatures', { params })));
      return chain as Signature[];
    },
  });

export const remarksQuery = (id: string) =>
  queryOptions({
    queryKey: keys.remarks(id),
    queryFn: () => everyPage(answer(client.GET('/api/v1/cases/{case_id}/remarks', { params: { path: { case_id: id } } }))),
  });

export const answerRemark = (id: string, kind: 'fixed' | 'argued', text: string) =>
  answer(client.POST('/api/v1/remarks/{remark_id}/answer', { params: { path: { remark_id: id } }, body: { answer: kind, text } }));

/** The step that the case waits for, and who can take it. */
export const awaitedQuery = (id: string) =>
  queryOptions({
    queryKey: keys.awaited(id),
    queryFn: () => answer(client.GET('/api/v1/cases/{case_id}/awaited', { params: { path: { case_id: id } } })),
  });

/** Who may take the step that the case waits for, and to whom it was handed. */
export const handingsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.handings(id),
    queryFn: () => answer(client.GET('/api/v1/cases/{case_id}/handings', { params: { path: { case_id: id } } })),
  });

export const handOn = (id: string, body: { to: string; reason: string }) =>
  answer(client.POST('/api/v1/cases/{case_id}/handings', { params: { path: { case_id: id } }, body }));

export const refreshHandings = (id: string) => queryClient.invalidateQueries({ queryKey: keys.handings(id) });
