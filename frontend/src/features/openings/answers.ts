import type { Answer, OpeningRow } from '@/api/opening-types';

/** What can be said of a row, in the order in which it is offered. */
export const STANDINGS = ['done', 'open', 'unclear'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A row with what became of it, as typed. */
export function answerOf({ row, standing, completed_on, note, evidence }: OpeningRow): Answer {
  return { row, standing, completed_on: standing === 'done' ? completed_on || null : null, note, evidence };
}

/** The rows of which something else is said than before. */
export function changedRows(typed: readonly OpeningRow[], before: readonly OpeningRow[]): OpeningRow[] {
  const known = new Map(before.map((row) => [row.row, JSON.stringify(answerOf(row))]));
  return typed.filter((row) => known.get(row.row) !== JSON.stringify(answerOf(row)));
}

/** Rows in which every row that nobody has answered is answered so. */
export function answerAll(rows: readonly OpeningRow[], standing: Standing): OpeningRow[] {
  return rows.map((row) => (row.standing ? row : { ...row, standing }));
}
