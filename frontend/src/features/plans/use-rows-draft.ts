import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, client, seen } from '@/api/client';
import { keys } from '@/api/keys';
import { queryClient, refreshLive } from '@/api/query-client';
import type { Plan } from '@/api/types';
import { begin, draftOf, inputsOf, type DraftRow, type RowsDraft } from './rows-draft';

/**
 * The rows on the screen: the server's, until somebody here begins to edit; then the draft, which no live
 * update touches.
 */
export function useRowsDraft(plan: Plan) {
  const [draft, setDraft] = useState<RowsDraft>();
  const save = useMutation({
    mutationFn: ({ digest, rows }: RowsDraft) =>
      answer(
        client.PUT('/api/v1/plans/{case_id}/rows', {
          params: { path: { case_id: plan.id }, header: seen(digest) },
          body: { rows: inputsOf(rows) },
        }),
      ),
    onSuccess: async (saved) => {
      queryClient.setQueryData(keys.plan(plan.id), saved);
      setDraft(undefined);
      await refreshLive();
    },
  });

  function discard() {
    setDraft(undefined);
    save.reset();
  }

  return {
    rows: draft?.rows ?? plan.rows.map(draftOf),
    changed: draft?.changed ?? false,
    /** The server's content is no longer the one the editing began from, or can no longer be edited. */
    outdated: draft !== undefined && (draft.digest !== plan.digest || plan.editable.length > 0),
    save,
    /** Hold the content still while a row is open. */
    hold: () => setDraft((now) => now ?? begin(plan)),
    release: () => setDraft((now) => (now?.changed ? now : undefined)),
    change: (edit: (rows: DraftRow[]) => DraftRow[]) =>
      setDraft((now) => {
        const base = now ?? begin(plan);
        return { ...base, rows: edit(base.rows), changed: true };
      }),
    discard,
    submit: () => {
      if (draft) save.mutate(draft);
    },
  };
}

export type RowsEditing = ReturnType<typeof useRowsDraft>;
