/** What somebody has made of rows. Pure. */

import { chosen, same, type Edits, type RowEdit, type RowMove, type Sheet, type SheetRow } from './sheet';

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

/** As few moves as possible: rows that stand in the right order among each other stay. */
function movesTo(from: readonly string[], to: readonly string[]): RowMove[] {
  if (from.every((id, at) => id === to[at])) return []; // as a rule nothing was moved: that is seen at once
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
