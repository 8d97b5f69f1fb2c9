import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { refreshLive } from '@/api/query-client';
import type { Editing } from './save-bar';

interface Drafted<Value, Saved> {
  /** What the server has, and its digest. */
  value: Value;
  digest: string;
  /** Whether the server lets this person edit it now. */
  editable: boolean;
  save: (value: Value, digest: string) => Promise<Saved>;
  onSaved: (saved: Saved) => void;
}

export interface DraftEditing<Value> extends Editing {
  value: Value;
  change: (edit: (now: Value) => Value) => void;
}

/** The server's value, until somebody here begins to edit; then the draft, which no live update touches. */
export function useDraft<Value, Saved>(server: Drafted<Value, Saved>): DraftEditing<Value> {
  const [draft, setDraft] = useState<{ value: Value; digest: string }>();
  const save = useMutation({
    mutationFn: (typed: { value: Value; digest: string }) => server.save(typed.value, typed.digest),
    onSuccess: async (saved) => {
      server.onSaved(saved);
      setDraft(undefined);
      await refreshLive();
    },
  });
  return {
    value: draft?.value ?? server.value,
    changed: draft !== undefined,
    outdated: draft !== undefined && (draft.digest !== server.digest || !server.editable),
    save,
    change: (edit) =>
      setDraft((now) => {
        const base = now ?? { value: server.value, digest: server.digest };
        return { ...base, value: edit(base.value) };
      }),
    discard: () => {
      setDraft(undefined);
      save.reset();
    },
    submit: () => {
      if (draft) save.mutate(draft);
    },
  };
}
