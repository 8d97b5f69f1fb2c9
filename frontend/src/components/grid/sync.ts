/** What one person types beside what the server has: what is still to be sent, and what did not fit. Pure. */

import { difference } from './difference';
import { heldBy, isSettled, rescued, standing, trimmed, type Refused } from './answers';
import { patched, same, type Edits, type Fields, type Sheet, type Unfit, type Value } from './sheet';

/** Why a cell is not sent: somebody else has put something else there, or the server cannot keep it. */
export interface Held {
  /** What was typed here, for which this holds; another value is sent. */
  mine: Value;
  /** What somebody else has put there. */
  stands?: Value;
  error?: string;
}

export interface Synced {
  /** What the server is known to have. */
  server: Sheet;
  /** What stands on the screen. */
  draft: Sheet;
  held: Readonly<Record<string, Held>>;
  /** Rows that somebody else has deleted while they were written in here: they stay, as new ones. */
  rescued: readonly string[];
}

export const begun = (server: Sheet): Synced => ({ server, draft: server, held: {}, rescued: [] });

export const cellKey = (id: string, field: string) => `${id} ${field}`;

/** What is to be sent: all that differs, without cells that are held. */
export function pending({ server, draft, held }: Synced): Edits {
  const edits = difference(server, draft);
  const free = (id: string, fields: Fields, names: string[]) =>
    Object.fromEntries(names.filter((name) => !isHeld(held[cellKey(id, name)], fields[name]!)).map((name) => [name, fields[name]!]));
  const rows = edits.rows.map((row) => ({ ...row, is: free(row.id, row.is, Object.keys(row.is)) }));
  return { ...edits, rows: rows.filter(({ is, was }) => Object.keys(is).length > 0 || Object.keys(was).length === 0) };
}

const isHeld = (held: Held | undefined, value: Value) => held !== undefined && same(held.mine, value);

/** Somebody writes here: another value in a cell that was held is sent again, unless somebody else's stands there. */
export function typed(now: Synced, draft: Sheet): Synced {
  if (Object.keys(now.held).length === 0) return { ...now, draft };
  const values = new Map(draft.map((row) => [row.id, row.fields]));
  const kept = Object.entries(now.held).filter(([key, held]) => {
    const [id, field] = key.split(' ') as [string, string];
    const value = values.get(id)?.[field];
    return value !== undefined && (held.stands !== undefined || same(value, held.mine));
  });
  const held = kept.map(([key, one]) => {
    const [id, field] = key.split(' ') as [string, string];
    return [key, one.stands === undefined ? one : { ...one, mine: values.get(id)![field]! }];
  });
  return { ...now, draft, held: Object.fromEntries(held) as Synced['held'] };
}

/** The server has something else now: what was typed here stays, and stands beside what somebody else has put into the same cell. */
export function received(now: Synced, server: Sheet, newId: () => string): Synced {
  const mine = difference(now.server, now.draft);
  const { sheet, unfit } = patched(server, mine);
  const next = { ...now, server, draft: sheet };
  // What looks at held cells is not drawn anew where there are none.
  return unfit.length === 0 && Object.keys(now.held).length === 0 ? next : kept(next, now.draft, unfit, newId);
}

/** The server has answered: what was sent stands there as it says, but for what it refused. */
export function answered(now: Synced, sent: Edits, refused: readonly Refused[], said: Sheet, newId: () => string): Synced {
  const left = new Set(refused.map(({ id, field }) => cellKey(id, field)));
  const fits = {
    ...sent,
    rows: sent.rows
      .filter(({ id }) => !left.has(cellKey(id, 'id')))
      .map((row) => ({ ...row, is: Object.fromEntries(Object.entries(row.is).filter(([name]) => !left.has(cellKey(row.id, name)))) })),
    removed: sent.removed.filter(({ id }) => !refused.some((one) => one.id === id)),
  };
  const told = new Map(said.map((row) => [row.id, row]));
  const before = patched(now.server, fits).sheet;
  const gone = new Set(refused.filter(({ field, status }) => field === 'id' && status !== 422).map(({ id }) => id));
  const server = before.filter(({ id }) => !gone.has(id)).map((row) => told.get(row.id) ?? standing(row, refused));
  const back = new Map(sent.removed.filter(({ id }) => refused.some((one) => one.id === id)).map(({ id }) => [id, id]));
  const based = { ...now, server: before, draft: rescued(trimmed(now.draft, before, told), before, back) };
  const next = received(based, server, newId);
  const errors = refused.filter(({ status }) => status === 422).map((one) => (one.field === 'id' ? { ...one, field: 'text' } : one));
  return {
    ...next,
    held: { ...next.held, ...Object.fromEntries(errors.map((one) => [cellKey(one.id, one.field), heldBy(next.draft, one)])) },
  };
}

/** The draft after a merge, with what was typed here where it did not fit. */
function kept(now: Synced, typedBefore: Sheet, unfit: readonly Unfit[], newId: () => string): Synced {
  const mine = new Map(typedBefore.map((row) => [row.id, row]));
  const held = { ...now.held };
  const clashes = new Map<string, Record<string, Value>>();
  const lost = new Map<string, string>();
  for (const { id, field, stands } of unfit) {
    const value = mine.get(id)?.fields[field];
    if (field === 'id' && mine.has(id)) lost.set(id, newId());
    else if (stands !== undefined && value !== undefined) {
      held[cellKey(id, field)] = { mine: value, stands };
      clashes.set(id, { ...clashes.get(id), [field]: value });
    }
  }
  const draft = now.draft.map((row) => (clashes.has(row.id) ? { ...row, fields: { ...row.fields, ...clashes.get(row.id) } } : row));
  const settled = Object.entries(held).filter(([key, one]) => one.stands === undefined || !isSettled(now.server, key, one.mine));
  return {
    ...now,
    draft: rescued(draft, typedBefore, lost),
    held: Object.fromEntries(settled) as Synced['held'],
    rescued: [...now.rescued, ...lost.values()],
  };
}

/** Somebody has decided about a cell: theirs is what stands there, or what was typed here is sent. */
export function resolved(now: Synced, id: string, field: string, take: 'mine' | 'theirs'): Synced {
  const { [cellKey(id, field)]: one, ...held } = now.held;
  if (one?.stands === undefined || take === 'mine') return { ...now, held };
  const draft = now.draft.map((row) => (row.id === id ? { ...row, fields: { ...row.fields, [field]: one.stands! } } : row));
  return { ...now, draft, held };
}
