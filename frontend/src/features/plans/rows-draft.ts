import type { Row, RowInput } from '@/api/types';
import type { Sheet, SheetRow } from '@/components/grid/sheet';

/** A row while it is edited; its id is made here where the server does not know it yet. */
export interface DraftRow extends Required<Omit<RowInput, 'id'>> {
  id: string;
  key: string;
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

/** As a grid holds it. */
export function sheetRow({ id, key: _key, ...fields }: DraftRow): SheetRow {
  return { id, fields };
}

/** As forms and cards hold it. */
export const draftRow = ({ id, fields }: SheetRow): DraftRow => ({ id, key: id, ...fields }) as DraftRow;

/** A row that the server says again unchanged is the same object again: nothing of it is drawn or compared anew. */
const known = new WeakMap<Row, SheetRow>();

function sheetRowOf(row: Row): SheetRow {
  const made = known.get(row) ?? sheetRow(draftOf(row));
  known.set(row, made);
  return made;
}

export const sheetOf = (rows: readonly Row[]): Sheet => rows.map(sheetRowOf);

/** New rows that say what these say; what was ended in a supplement, and why, stays there. `dueOf`: when each is due in their year. */
export const copiesOf = (rows: readonly Row[], newId: () => string, dueOf: (row: Row) => string): Sheet =>
  rows.map((row) => sheetRow({ ...draftOf(row), id: newId(), due_text: dueOf(row), ended: false, reason: '' }));

/** The number after this one, where it is one: "4" after "3". */
const nextNumber = (number: string | undefined) => (number === undefined ? '1' : /^[0-9]+$/.test(number) ? String(Number(number) + 1) : '');

/** A new row below the last one, in the same group and of the same kind, led by the unit itself where that is said. */
export function blankRow(rows: readonly DraftRow[], key: string, own = ''): DraftRow {
  const { kind = 'task', section = '', number }: Partial<DraftRow> = rows.at(-1) ?? {};
  const words = {
    text: '',
    lead_text: '',
    coordinating_text: '',
    due_text: '',
    product: '',
    person: '',
    authority: '',
    note: '',
    reason: '',
  };
  return { id: key, key, kind, section, number: nextNumber(number), ...words, leads: own ? [own] : [], coordinating: [], ended: false };
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
