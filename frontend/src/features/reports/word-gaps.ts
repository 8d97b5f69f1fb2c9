/** What a word lacks, as the server sees it when the report is submitted (reports/rules/gaps.py). Pure. */

import type { Fields } from '@/components/grid/sheet';
import type { WordField } from './word-sheet';

export interface Asked {
  counted: boolean;
  overdue: boolean;
  beside: boolean;
  value_wanted: boolean;
  /** A verdict: it owes no result, figure or evidence. */
  judged?: boolean;
}

/** Whether this is missing in the row. */
export function lacksOf(row: Asked | undefined, fields: Fields, field: WordField): boolean {
  if (!row || !isAsked(row, fields) || hasText(fields[field])) return false;
  if (fields.done === '') return field === 'done';
  return !(row.judged && OF_UNIT.includes(field)) && isWanted(row, fields.done === true, field);
}

const isWanted = (row: Asked, done: boolean, field: WordField) => WANTED[field]?.(row, done) ?? false;

const OF_UNIT: readonly WordField[] = ['result', 'evidence', 'value'];

/** A row that the unit leads after another one owes nothing until something is said of it. */
const isAsked = ({ counted, beside }: Asked, { done }: Fields) => counted || (beside && done !== '');

const hasText = (value: unknown) => (Array.isArray(value) ? value.length > 0 : typeof value === 'boolean' || value !== '');

const WANTED: Partial<Record<WordField, (row: Asked, done: boolean) => boolean>> = {
  completed_on: (_row, done) => done,
  result: (_row, done) => done,
  evidence: (_row, done) => done,
  value: ({ value_wanted }) => value_wanted,
  cause: ({ overdue }, done) => !done && overdue,
  expected_on: ({ overdue }, done) => !done && !overdue,
};
