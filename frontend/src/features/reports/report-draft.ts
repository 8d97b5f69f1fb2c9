import type { VerdictInput, Word } from '@/api/report-types';
import { draftOf, inputOf, sameWord, type Asking, type WordDraft } from './words';

/** A row as a draft sees it. */
export type DraftedRow = Word & Asking & { row: string };

/** What is edited of a report; a unit's has results, a monitoring unit's has findings. */
export interface Drafted {
  id: string;
  digest: string;
  editable: readonly unknown[];
  rows: readonly DraftedRow[];
  /** The texts of its own proposals. */
  proposals: readonly string[];
}

interface Typed<Value> {
  /** What the server had when the typing began. */
  base: Value;
  mine: Value;
}

/** What a person typed into a report and has not saved: only the rows they touched, so others may work on the rest. */
export interface ReportDraft {
  words: Readonly<Record<string, Typed<WordDraft>>>;
  proposals?: Typed<readonly string[]>;
}

export const UNTOUCHED: ReportDraft = { words: {} };

export function isTouched(draft: ReportDraft): boolean {
  return draft.proposals !== undefined || Object.keys(draft.words).length > 0;
}

/** What the screen shows of a row: what is typed, else the server's. */
export function shownWord(draft: ReportDraft, row: DraftedRow): WordDraft {
  return draft.words[row.row]?.mine ?? draftOf(row);
}

/** Type into a row; typing back what was there untouches it. */
export function changeWord(draft: ReportDraft, row: DraftedRow, part: Partial<WordDraft>): ReportDraft {
  const { base, mine } = draft.words[row.row] ?? { base: draftOf(row), mine: draftOf(row) };
  const next = { ...mine, ...part };
  const { [row.row]: _replaced, ...others } = draft.words;
  return { ...draft, words: sameWord(base, next) ? others : { ...others, [row.row]: { base, mine: next } } };
}

export function changeProposals(draft: ReportDraft, server: readonly string[], mine: readonly string[]): ReportDraft {
  const base = draft.proposals?.base ?? server;
  const { proposals: _replaced, ...rest } = draft;
  return sameTexts(base, mine) ? rest : { ...rest, proposals: { base, mine } };
}

/** The rows that somebody else changed while they were typed here. */
export function conflicts(draft: ReportDraft, rows: readonly DraftedRow[]): string[] {
  return rows
    .filter((row) => {
      const typed = draft.words[row.row];
      const now = draftOf(row);
      return typed && !sameWord(now, typed.base) && !sameWord(now, typed.mine);
    })
    .map(({ row }) => row);
}

/** Keep what was typed here, having seen what the server has now. */
export function keepMine(draft: ReportDraft, row: DraftedRow): ReportDraft {
  const typed = draft.words[row.row];
  return typed ? { ...draft, words: { ...draft.words, [row.row]: { ...typed, base: draftOf(row) } } } : draft;
}

/** Take what the server has now. */
export function takeTheirs(draft: ReportDraft, row: DraftedRow): ReportDraft {
  const { [row.row]: _dropped, ...words } = draft.words;
  return { ...draft, words };
}

/** What PUT takes of a draft; rows that have left the report meanwhile are left out. */
export function inputsOf(draft: ReportDraft, rows: readonly DraftedRow[]): VerdictInput[] {
  return rows.flatMap((row) => {
    const typed = draft.words[row.row];
    return typed ? [inputOf(row.row, row, typed.mine)] : [];
  });
}

/** What is left of a draft once `saved` has reached the server, which answered `after`: what was typed meanwhile. */
export function withoutSaved(now: ReportDraft, saved: ReportDraft, after: Pick<Drafted, 'rows' | 'proposals'>): ReportDraft {
  const words = Object.fromEntries(
    after.rows.flatMap((row) => {
      const typed = now.words[row.row];
      if (!typed || typed === saved.words[row.row]) return [];
      return [[row.row, { base: draftOf(row), mine: typed.mine }]];
    }),
  );
  if (!now.proposals || now.proposals === saved.proposals) return { words };
  return { words, proposals: { base: after.proposals, mine: now.proposals.mine } };
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
