/** What a word lacks, as the server sees it when the report is submitted (reports/rules/gaps.py). Pure. */

import type { Fields } from '@/components/grid/sheet';
import type { WordField } from './word-sheet';

export interface Asked {
  counted: boolean;
  overdue: boolean;
  beside: boolean;
  value_wanted: boolean;
}

/** Whether this is missing in the row. */
export function lacksOf(row: Asked | undefined, fields: Fields, field: WordField): boolean {
  if (!row || !isAsked(row, fields) || hasText(fields[field])) return false;
  const { done } = fields;
  if (done === '') return field === 'done';
  return WANTED[field]?.(row, done === true) ?? false;
}

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
