/** What was typed into rows and is not at the server yet, as the browser keeps it. */

import { findDraft as find, keepDraft as keep, type Dated } from '@/components/ui/kept';
import type { Synced } from './sync';

export { canKeep, countDrafts, draftKey, dropDraft, dropDrafts, openDraft } from '@/components/ui/kept';

/** The cell in which somebody is typing, and what stands in it. */
export interface Typing {
  id: string;
  column: string;
  text: string;
}

export interface Kept extends Synced, Dated {
  typing: Typing | null;
}

export const keepDraft: (key: string, draft: Kept) => Promise<void> = keep;
export const findDraft = (key: string, now?: number) => find<Kept>(key, now);
