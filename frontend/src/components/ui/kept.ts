/** What was typed and is not at the server yet, kept in the browser (IndexedDB): one person's, of one document or form, for fourteen days. */

import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

export interface Dated {
  /** When it was kept, in milliseconds. */
  at: number;
}

const DAY = 24 * 60 * 60 * 1000;
const DAYS_KEPT = 14;

let store: UseStore | undefined;
const drafts = () => (store ??= createStore('sau-ro', 'drafts'));

/** No other login finds it: the key begins with whose it is. */
export const draftKey = (owner: string, document: string) => `${owner}\n${document}`;

/** Whose drafts were deleted: a screen that is still open does not keep them again. */
const forgotten = new Set<string>();
const ownerOf = (key: string) => key.split('\n')[0]!;

/** Somebody opens a document: what they type in it is kept, also after their drafts were deleted. */
export const openDraft = (key: string) => forgotten.delete(ownerOf(key));

export async function keepDraft<Draft extends Dated>(key: string, draft: Draft): Promise<void> {
  if (!forgotten.has(ownerOf(key))) await set(key, draft, drafts());
}

export const dropDraft = (key: string) => del(key, drafts());

/** What was kept, unless it is too old; what is too old is deleted, whosever it is. */
export async function findDraft<Draft extends Dated>(key: string, now = Date.now()): Promise<Draft | undefined> {
  const all = await entries<string, Draft>(drafts());
  await Promise.all(all.filter(([, { at }]) => now - at > DAYS_KEPT * DAY).map(([old]) => dropDraft(old)));
  return all.find(([one, { at }]) => one === key && now - at <= DAYS_KEPT * DAY)?.[1];
}

/** How many documents and forms hold something of this person's that was not sent. */
export async function countDrafts(owner: string): Promise<number> {
  return (await ofOwner(owner)).length;
}

export async function dropDrafts(owner: string): Promise<void> {
  forgotten.add(owner);
  await Promise.all((await ofOwner(owner)).map(dropDraft));
}

async function ofOwner(owner: string): Promise<string[]> {
  const all = await entries<string, Dated>(drafts());
  return all.map(([key]) => key).filter((key) => key.startsWith(`${owner}\n`));
}

/** Whether it is there at all: some browsers have none in a private window. */
export async function canKeep(): Promise<boolean> {
  try {
    await get('', drafts());
    return true;
  } catch {
    return false;
  }
}
