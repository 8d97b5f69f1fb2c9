/** Where in a grid of people an answer of the server stands. Pure. */

import type { ReadPeople } from '@/api/administration-types';
import type { CellNote } from '@/components/grid/columns';
import { cellKey } from '@/components/grid/sync';
import type { Sheet } from '@/components/grid/sheet';
import { textOf, type LineField } from './typed-lines';

/** How a line stands to who is there; `post`: somebody who is there has one more post. */
export interface LineState {
  change: 'new' | 'post' | 'changed' | 'same';
  differs: readonly string[];
}

export const SAME: LineState = { change: 'same', differs: [] };

/** Number of a line, from 1 -> how it stands. */
export function statesOf({ lines }: Pick<ReadPeople, 'lines'>): Map<number, LineState> {
  const states = new Map<number, LineState>();
  for (const person of lines) {
    const isNew = person.change === 'new';
    states.set(person.row, isNew ? { change: 'new', differs: [] } : person);
    for (const post of person.posts) states.set(post.row, isNew ? { change: 'new', differs: [] } : joined(states.get(post.row), post));
  }
  return states;
}

function joined(person: LineState = SAME, post: ReadPeople['lines'][number]['posts'][number]): LineState {
  if (post.change === 'new') return { change: 'post', differs: person.differs };
  const differs = [...person.differs, ...post.differs];
  return { change: differs.length > 0 ? 'changed' : 'same', differs };
}

/** What the server said of lines, and what they were then. */
export interface Checked {
  draft: Sheet;
  read: ReadPeople;
}

/** What is said of lines as they stand now: a cell that was typed in since is not spoken of. */
export interface Sayings {
  /** By id and field. */
  notes: ReadonlyMap<string, CellNote>;
  /** By id. */
  states: ReadonlyMap<string, LineState>;
}

export function sayingsOf(draft: Sheet, checked: Checked | undefined): Sayings {
  const now = new Map(draft.map((row) => [row.id, row.fields]));
  const notes = new Map<string, CellNote>();
  const states = new Map<string, LineState>();
  if (!checked) return { notes, states };
  const { errors, warnings } = checked.read;
  for (const [found, severe] of [...errors.map((one) => [one, true] as const), ...warnings.map((one) => [one, false] as const)]) {
    const row = checked.draft[Number(found.row) - 1];
    const field = found.field as LineField;
    if (!row || textOf(row.fields, field) !== textOf(now.get(row.id), field)) continue;
    const key = cellKey(row.id, field);
    const before = notes.get(key);
    notes.set(key, before ? { text: `${before.text} ${found.text}`, severe: before.severe || severe } : { text: found.text, severe });
  }
  const byNumber = statesOf(checked.read);
  checked.draft.forEach((row, at) => {
    const state = byNumber.get(at + 1);
    if (state && now.get(row.id) === row.fields) states.set(row.id, state);
  });
  return { notes, states };
}
