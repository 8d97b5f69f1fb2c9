import { keys } from '@/api/keys';
import { queryClient } from '@/api/query-client';
import type { Update } from '@/api/report-types';
import { putUpdate } from './queries';
import { shownWord, type Drafted, type DraftedRow, type ReportDraft } from './report-draft';
import { useWordDrafts } from './use-word-drafts';
import { saidOf } from './words';

/** The row of an update as a draft sees it; none where its period no longer reports on it. */
export function rowOfUpdate({ row, value_wanted }: Pick<Update, 'row' | 'value_wanted'>): DraftedRow | undefined {
  return row ? { ...row, counted: row.listing !== 'standing' && row.listing !== 'unclear', value_wanted } : undefined;
}

/** What can be typed into an update: the word on its one row. */
export function draftedUpdate(update: Update): Drafted {
  const row = rowOfUpdate(update);
  return { id: update.id, digest: update.digest, editable: update.editable, rows: row ? [row] : [], proposals: [] };
}

async function send({ id, digest, rows: [row] }: Drafted, draft: ReportDraft): Promise<Drafted> {
  if (!row) throw new Error('the row of the update has gone');
  const saved = await putUpdate(id, digest, saidOf(row, shownWord(draft, row)));
  queryClient.setQueryData(keys.update(id), saved);
  return draftedUpdate(saved);
}

/** What a person types into an update. */
export function useUpdateDraft(update: Update) {
  return useWordDrafts([draftedUpdate(update)], send);
}
