/**
 * Rows that somebody edits while others do: what was made of them, and what of it fits rows that have changed meanwhile. Pure.
 * `patched` does here what the server does with PATCH rows (docs/adr/0052).
 */

export type Value = string | boolean | readonly string[];
export type Fields = Readonly<Record<string, Value>>;

export interface SheetRow {
  id: string;
  fields: Fields;
}

export type Sheet = readonly SheetRow[];

/** What fields of a row are to be, and were; a row that is new was nothing. */
export interface RowEdit {
  id: string;
  was: Fields;
  is: Fields;
}

/** A row is put after another one; null: first. */
export interface RowMove {
  id: string;
  after: string | null;
}

export interface Edits {
  rows: RowEdit[];
  removed: { id: string; was: Fields }[];
  moved: RowMove[];
}

/** What of an edit was left out: `stands` is what somebody else has put there, undefined where the row is gone. */
export interface Unfit {
  id: string;
  field: string;
  stands?: Value;
}

export function same(one: Value | undefined, other: Value | undefined): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((code, at) => code === other[at]);
}

export const chosen = (fields: Fields, names: readonly string[]): Fields => Object.fromEntries(names.map((name) => [name, fields[name]!]));

/** The rows with this in a field of one of them. */
export const withField = (sheet: Sheet, row: string, field: string, value: Value): Sheet =>
  sheet.map((one) => (one.id === row ? { ...one, fields: { ...one.fields, [field]: value } } : one));

/** The rows with what fits of the edits: each field that still says what it was. What stands already as wanted is done. */
export function patched(sheet: Sheet, edits: Edits): { sheet: Sheet; unfit: Unfit[] } {
  const unfit: Unfit[] = [];
  const rows = new Map(sheet.map((row) => [row.id, row]));
  for (const edit of edits.rows) writeFields(rows, edit, unfit);
  for (const removal of edits.removed) takeOut(rows, removal, unfit);
  let order = [...rows.keys()];
  for (const move of edits.moved) order = reordered(order, move, unfit);
  return { sheet: order.map((id) => rows.get(id)!), unfit };
}

function takeOut(rows: Map<string, SheetRow>, { id, was }: Edits['removed'][number], unfit: Unfit[]): void {
  const stale = staleOf(rows.get(id)?.fields, was, was);
  unfit.push(...stale.map((field) => ({ id, field, stands: rows.get(id)!.fields[field]! })));
  if (stale.length === 0) rows.delete(id);
}

function reordered(order: string[], { id, after }: RowMove, unfit: Unfit[]): string[] {
  const missing = !order.includes(id) ? 'id' : after !== null && !order.includes(after) ? 'after' : undefined;
  if (!missing) return placedAfter(order, id, after);
  unfit.push({ id, field: missing });
  return order;
}

function writeFields(rows: Map<string, SheetRow>, { id, was, is }: RowEdit, unfit: Unfit[]): void {
  const row = rows.get(id);
  if (!row && Object.keys(was).length > 0) {
    unfit.push({ id, field: 'id' });
    return;
  }
  const stale = staleOf(row?.fields, was, is);
  unfit.push(...stale.map((field) => ({ id, field, stands: row!.fields[field]! })));
  const taken = Object.keys(is).filter((name) => !stale.includes(name) && !same(row?.fields[name], is[name]));
  if (taken.length > 0 || !row) rows.set(id, { id, fields: { ...row?.fields, ...chosen(is, taken) } });
}

/** The fields that say neither what they were nor what they are to be. */
function staleOf(stands: Fields | undefined, was: Fields, is: Fields): string[] {
  if (!stands) return [];
  return Object.keys(is).filter((name) => !same(stands[name], is[name]) && !same(stands[name], was[name] ?? is[name]));
}

function placedAfter(order: readonly string[], id: string, after: string | null): string[] {
  if (id === after) return [...order];
  const others = order.filter((one) => one !== id);
  const place = after === null ? 0 : others.indexOf(after) + 1;
  return [...others.slice(0, place), id, ...others.slice(place)];
}
