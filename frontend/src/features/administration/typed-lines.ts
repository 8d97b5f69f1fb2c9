/** People as lines of a grid, and what of them is sent. Pure. */

import type { Fields, Sheet, SheetRow } from '@/components/grid/sheet';

export const LINE_FIELDS = [
  'full_name',
  'username',
  'email',
  'telephone',
  'unit',
  'title',
  'since',
  'until',
  'decision_number',
  'decision_date',
] as const;

export type LineField = (typeof LINE_FIELDS)[number];
/** A line as it is sent; blank: it says nothing, and keeps the numbers of those below. */
export type TypedLine = Partial<Record<LineField, string>>;

/** Whose line it is, and which post is meant. */
const IDENTITY: readonly LineField[] = ['full_name', 'username', 'unit', 'title', 'since'];

export const textOf = (fields: Fields | undefined, name: LineField) => (fields?.[name] as string | undefined) ?? '';

export const rowOf = (id: string, line: TypedLine = {}): SheetRow => ({
  id,
  fields: Object.fromEntries(LINE_FIELDS.map((name) => [name, line[name] ?? ''])),
});

const typedIn = (was: Fields | undefined, is: Fields) => LINE_FIELDS.filter((name) => textOf(was, name) !== textOf(is, name));

/** What is sent of the lines: those that were typed in, and of one that is there what differs, for a blank cell leaves what is there
 * and whatever somebody else has changed meanwhile. */
export function linesOf(server: Sheet, draft: Sheet): TypedLine[] {
  const known = new Map(server.map(({ id, fields }) => [id, fields]));
  const lines = draft.map(({ id, fields }) => lineOf(known.get(id), fields));
  return lines.slice(0, lines.findLastIndex((line) => Object.keys(line).length > 0) + 1);
}

function lineOf(was: Fields | undefined, is: Fields): TypedLine {
  const typed = typedIn(was, is);
  if (typed.length === 0) return {};
  const whole = !was || typed.some((name) => IDENTITY.includes(name));
  const names = whole ? LINE_FIELDS : [...IDENTITY, ...typed];
  return Object.fromEntries(names.filter((name) => textOf(is, name) !== '').map((name) => [name, textOf(is, name)]));
}

/** Whether a cell was emptied of what is there: that takes nothing away. */
export function isKept(was: Fields | undefined, is: Fields, name: LineField): boolean {
  return textOf(was, name) !== '' && textOf(is, name).trim() === '';
}

/** Whether a line says what is there. */
export const isUntouched = (was: Fields | undefined, is: Fields) => was !== undefined && typedIn(was, is).length === 0;
