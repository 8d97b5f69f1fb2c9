import { useMutation } from '@tanstack/react-query';
import { isStale } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import type { Editing } from '@/components/ui/save-bar';
import { useKept } from '@/components/ui/use-kept';
import {
  changeProposals,
  changeWord,
  conflicts,
  isTouched,
  keepMine,
  shownWord,
  takeTheirs,
  UNTOUCHED,
  withoutSaved,
  type Drafted,
  type DraftedRow,
  type ReportDraft,
} from './report-draft';
import { unreadable, type WordDraft } from './words';

type Drafts = Readonly<Record<string, ReportDraft>>;
const NOTHING: Drafts = {};

/** What a person types into one content. */
export interface ReportEditing {
  draft: ReportDraft;
  editable: boolean;
  /** Rows that somebody else changed meanwhile. */
  conflicts: readonly string[];
  /** Why the last attempt to save it failed. */
  error: Error | undefined;
  change: (row: DraftedRow, part: Partial<WordDraft>) => void;
  changeProposals: (texts: readonly string[]) => void;
  keepMine: (row: DraftedRow) => void;
  takeTheirs: (row: DraftedRow) => void;
}

/** What the person has to look at before saving. */
export interface Hindrances {
  /** The content had changed between showing and saving: nothing was lost, it is shown anew. */
  moved: boolean;
  /** A row was typed here that somebody else has written meanwhile. */
  clashing: boolean;
  /** A number is typed that nobody can read. */
  unreadable: boolean;
}

interface Sent {
  draft: ReportDraft;
  after?: Drafted;
  error?: Error;
}

/** Sends what was typed into one content, answers what is there afterwards. */
export type Send = (part: Drafted, draft: ReportDraft) => Promise<Drafted>;

async function sent(send: Send, part: Drafted, draft: ReportDraft): Promise<Sent> {
  try {
    return { draft, after: await send(part, draft) };
  } catch (error) {
    return { draft, error: error as Error };
  }
}

/**
 * What a person types into the reports of one screen, or into an update, saved together.
 *
 * Only touched rows are held and sent, on the content that is on the screen at that moment; live updates show
 * what others write into the other rows, and a row that both wrote is for the person to settle.
 */
export function useWordDrafts(parts: readonly Drafted[], send: Send) {
  const [drafts, setDrafts, kept] = useKept<Drafts>(`words ${parts.map(({ id }) => id).join(' ')}`, NOTHING);
  const draftOf = (id: string) => drafts[id] ?? UNTOUCHED;
  const touched = parts.filter(({ id }) => isTouched(draftOf(id)));
  const save = useMutation({
    mutationFn: async () => {
      const answers = touched.map(async (part) => [part.id, await sent(send, part, draftOf(part.id))] as const);
      return Object.fromEntries(await Promise.all(answers));
    },
    onSuccess: async (answers: Record<string, Sent>) => {
      setDrafts((now) => {
        const left = Object.entries(now).map(([id, draft]) => {
          const { after, draft: saved } = answers[id] ?? {};
          return [id, after && saved ? withoutSaved(draft, saved, after) : draft] as const;
        });
        return Object.fromEntries(left.filter(([, draft]) => isTouched(draft)));
      });
      await refreshLive();
    },
  });

  const edit = (id: string, change: (draft: ReportDraft) => ReportDraft) =>
    setDrafts(({ [id]: now = UNTOUCHED, ...others }) => {
      const draft = change(now);
      return isTouched(draft) ? { ...others, [id]: draft } : others;
    });
  const clashes = new Map(parts.map(({ id, rows }) => [id, conflicts(draftOf(id), rows)]));
  const errors = Object.values(save.data ?? {}).flatMap(({ error }) => error ?? []);

  const clashing = touched.some(({ id }) => clashes.get(id)!.length > 0);
  const illegible = touched.some(({ id, rows }) => rows.some((row) => unreadable(row, shownWord(draftOf(id), row))));

  const editing: Editing & Hindrances = {
    changed: touched.length > 0,
    outdated: touched.some(({ editable }) => editable.length > 0),
    moved: errors.some(isStale) && !clashing,
    clashing,
    unreadable: illegible,
    kept,
    save: { error: errors.find((error) => !isStale(error)) ?? save.error, isPending: save.isPending },
    submit: () => {
      if (!clashing && !illegible) save.mutate();
    },
    discard: () => {
      kept.discard();
      save.reset();
    },
  };

  function of(id: string): ReportEditing {
    const part = parts.find((known) => known.id === id)!;
    return {
      draft: draftOf(id),
      editable: part.editable.length === 0,
      conflicts: clashes.get(id)!,
      error: save.data?.[id]?.error,
      change: (row, word) => edit(id, (draft) => changeWord(draft, row, word)),
      changeProposals: (texts) => edit(id, (draft) => changeProposals(draft, part.proposals, texts)),
      keepMine: (row) => edit(id, (draft) => keepMine(draft, row)),
      takeTheirs: (row) => edit(id, (draft) => takeTheirs(draft, row)),
    };
  }

  return { editing, of };
}

export type ReportsEditing = ReturnType<typeof useWordDrafts>;
