import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { everyPage } from '@/api/pages';
import { queryOptions } from '@tanstack/react-query';
import type { Following, Item } from '@/api/types';

/** The items over classes of plans of a year. */
export const itemsQuery = (period: string) =>
  queryOptions({
    queryKey: keys.items(period),
    queryFn: () => everyPage(answer(client.GET('/api/v1/items', { params: { query: { period } } }))),
    enabled: period !== '',
  });

/** Who follows, while it is typed. */
export interface FollowingDraft {
  unit: string;
  cadence: Following['cadence'];
  /** "3", or nothing where there is no minimum. */
  least: string;
  leastOf: string;
}

export const CADENCES: readonly Following['cadence'][] = ['monthly', 'weekly-and-monthly'];
export const NOBODY: FollowingDraft = { unit: '', cadence: 'monthly', least: '', leastOf: '' };

export function draftOf({ unit, cadence, minimum }: Pick<Following, 'unit' | 'cadence' | 'minimum'>): FollowingDraft {
  return { unit, cadence, least: minimum ? String(minimum.value) : '', leastOf: minimum?.unit ?? '' };
}

/** What the server takes of it. */
export function followingInput({ unit, cadence, least, leastOf }: FollowingDraft) {
  return { unit, cadence, minimum: least.trim() ? { value: Number(least), unit: leastOf.trim() } : null };
}

export const assignPlan = (plan: string, draft: FollowingDraft) =>
  answer(client.PUT('/api/v1/plans/{case_id}/monitoring', { params: { path: { case_id: plan } }, body: followingInput(draft) }));

export const placePlan = (plan: string, item: string) =>
  answer(client.PUT('/api/v1/plans/{case_id}/monitoring', { params: { path: { case_id: plan } }, body: { item } }));

export const assignItem = (item: string, draft: FollowingDraft) =>
  answer(client.PUT('/api/v1/items/{item_id}/monitoring', { params: { path: { item_id: item } }, body: followingInput(draft) }));

export const createItem = (period: string, title: string, source: string, draft: FollowingDraft): Promise<Item> =>
  answer(client.POST('/api/v1/items', { body: { period, title: title.trim(), source: source.trim(), ...followingInput(draft) } }));

/** All that a document assigns, one title a line; all or none. */
export const createItems = (period: string, titles: string, source: string, draft: FollowingDraft) =>
  answer(
    client.POST('/api/v1/items/many', { body: { period, titles: titlesIn(titles), source: source.trim(), ...followingInput(draft) } }),
  );

/** The titles that were pasted, each line one; numbers that a list has in front are not part of them. */
export const titlesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*\d+\s*[.)\t]\s*/, '').trim())
    .filter(Boolean);
