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

/** What has to be done to the first rows to get the second. */
export function difference(before: Sheet, after: Sheet): Edits {
  const known = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map(({ id }) => id));
  const rows: RowEdit[] = [];
  for (const row of after) {
    const edit = known.get(row.id) === row ? undefined : editOf(known.get(row.id), row);
    if (edit) rows.push(edit);
  }
  const removed = before.filter(({ id }) => !kept.has(id)).map(({ id, fields }) => ({ id, was: fields }));
  const fresh = after.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const settled = [...before.filter(({ id }) => kept.has(id)).map(({ id }) => id), ...fresh];
  return {
    rows,
    removed,
    moved: movesTo(
      settled,
      after.map(({ id }) => id),
    ),
  };
}

export const isNothing = ({ rows, removed, moved }: Edits) => rows.length + removed.length + moved.length === 0;

function editOf(before: SheetRow | undefined, after: SheetRow): RowEdit | undefined {
  if (!before) return { id: after.id, was: {}, is: after.fields };
  const names = Object.keys(after.fields).filter((name) => !same(before.fields[name], after.fields[name]));
  if (names.length === 0) return undefined;
  return { id: after.id, was: chosen(before.fields, names), is: chosen(after.fields, names) };
}

const chosen = (fields: Fields, names: readonly string[]): Fields => Object.fromEntries(names.map((name) => [name, fields[name]!]));

/** As few moves as possible: rows that stand in the right order among each other stay. */
function movesTo(from: readonly string[], to: readonly string[]): RowMove[] {
  const places = new Map(from.map((id, at) => [id, at]));
  const staying = new Set(longestRising(to.map((id) => places.get(id)!)).map((at) => from[at]!));
  return to.flatMap((id, at) => (staying.has(id) ? [] : [{ id, after: to[at - 1] ?? null }]));
}

/** A longest rising subsequence (patience sorting). */
function longestRising(numbers: readonly number[]): number[] {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle]! < number) low = middle + 1;
      else high = middle;
    }
    tails[low] = number;
    before.set(number, tails[low - 1]);
  }
  const found: number[] = [];
  for (let at = tails.at(-1); at !== undefined; at = before.get(at)) found.unshift(at);
  return found;
}

/** The rows with what fits of the edits: each field that still says what it was. What stands already as wanted is done. */
export function patched(sheet: Sheet, edits: Edits): { sheet: Sheet; unfit: Unfit[] } {
  const unfit: Unfit[] = [];
  const rows = new Map(sheet.map((row) => [row.id, row]));
  for (const edit of edits.rows) writeFields(rows, edit, unfit);
  for (const { id, was } of edits.removed) {
    const stale = staleOf(rows.get(id)?.fields, was, was);
    unfit.push(...stale.map((field) => ({ id, field, stands: rows.get(id)!.fields[field]! })));
    if (stale.length === 0) rows.delete(id);
  }
  let order = [...rows.keys()];
  for (const { id, after } of edits.moved) {
    const field = !rows.has(id) ? 'id' : after !== null && !rows.has(after) ? 'after' : '';
    if (field) unfit.push({ id, field });
    else order = placedAfter(order, id, after);
  }
  return { sheet: order.map((id) => rows.get(id)!), unfit };
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
