import { useMutation } from '@tanstack/react-query';
import { refreshLive } from '@/api/query-client';
import type { Editing } from './save-bar';
import { useKept } from './use-kept';

interface Drafted<Value, Saved> {
  /** Which document it is: the browser keeps what is typed under it. */
  name?: string;
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

interface Draft<Value> {
  value: Value;
  digest: string;
}

/** The server's value, until somebody here begins to edit; then the draft, which no live update touches and no reload loses. */
export function useDraft<Value, Saved>(server: Drafted<Value, Saved>): DraftEditing<Value> {
  const [draft, setDraft, kept] = useKept<Draft<Value> | null>(server.name, null);
  const save = useMutation({
    mutationFn: (typed: Draft<Value>) => server.save(typed.value, typed.digest),
    onSuccess: async (saved) => {
      server.onSaved(saved);
      kept.discard();
      await refreshLive();
    },
  });
  return {
    value: draft?.value ?? server.value,
    changed: draft !== null,
    outdated: draft !== null && (draft.digest !== server.digest || !server.editable),
    save,
    kept,
    change: (edit) =>
      setDraft((now) => {
        const base = now ?? { value: server.value, digest: server.digest };
        return { ...base, value: edit(base.value) };
      }),
    discard: () => {
      kept.discard();
      save.reset();
    },
    submit: () => {
      if (draft) save.mutate(draft);
    },
  };
}
