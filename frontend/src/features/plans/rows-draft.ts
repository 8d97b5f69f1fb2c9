import type { Plan, Row, RowInput } from '@/api/types';

/** A row while it is edited; `key` is stable, also for a row the server does not know yet. */
export interface DraftRow extends Required<Omit<RowInput, 'id'>> {
  id?: string;
  key: string;
}

export interface RowsDraft {
  /** The digest of the content the editing began from: what saving cites. */
  digest: string;
  rows: DraftRow[];
  changed: boolean;
}

/** The fields of a row that a person writes. */
export function draftOf(row: Row): DraftRow {
  const { id, kind, section, number, text, leads, lead_text } = row;
  const { coordinating, coordinating_text, due_text, product, person, authority, note } = row;
  return {
    key: id,
    id,
    kind,
    section,
    number,
    text,
    leads,
    lead_text,
    coordinating,
    coordinating_text,
    due_text,
    product,
    person,
    authority,
    note,
    ended: row.change?.kind === 'ended',
    reason: row.change?.reason ?? '',
  };
}

export function begin(plan: Plan): RowsDraft {
  return { digest: plan.digest, rows: plan.rows.map(draftOf), changed: false };
}

/** A new row below the last one, in the same group and of the same kind. */
export function blankRow(rows: readonly DraftRow[], key: string): DraftRow {
  const last = rows.at(-1);
  return {
    key,
    kind: last?.kind ?? 'task',
    section: last?.section ?? '',
    number: '',
    text: '',
    leads: [],
    lead_text: '',
    coordinating: [],
    coordinating_text: '',
    due_text: '',
    product: '',
    person: '',
    authority: '',
    note: '',
    ended: false,
    reason: '',
  };
}

/** Replace the row with the same key, or add it at the end. */
export function put(rows: readonly DraftRow[], row: DraftRow): DraftRow[] {
  const known = rows.some(({ key }) => key === row.key);
  return known ? rows.map((old) => (old.key === row.key ? row : old)) : [...rows, row];
}

/** End a row of a supplement, or keep it after all. */
export function toggleEnded(rows: readonly DraftRow[], key: string): DraftRow[] {
  return rows.map((row) => (row.key === key ? { ...row, ended: !row.ended } : row));
}

export function remove(rows: readonly DraftRow[], key: string): DraftRow[] {
  return rows.filter((row) => row.key !== key);
}

/** Move a row by one place up (-1) or down (+1); at the edge nothing moves. */
export function move(rows: readonly DraftRow[], key: string, by: -1 | 1): DraftRow[] {
  const from = rows.findIndex((row) => row.key === key);
  const other = rows[from + by];
  const moved = rows[from];
  if (!moved || !other) return [...rows];
  return rows.with(from, other).with(from + by, moved);
}

/** What PUT rows takes: the order sent is the order kept. */
export function inputsOf(rows: readonly DraftRow[]): RowInput[] {
  return rows.map(({ key: _key, ...input }) => input);
}
