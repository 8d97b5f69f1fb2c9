/** Steps that can be taken back, one a paste or a cell, without taking back what others have written meanwhile. Pure. */

import { difference, isNothing } from './difference';
import { patched, type Sheet } from './sheet';

interface Step {
  before: Sheet;
  after: Sheet;
}

export interface History {
  past: readonly Step[];
  future: readonly Step[];
}

export const NO_HISTORY: History = { past: [], future: [] };
const MOST = 200;

/** A new step; what was taken back before it is gone. */
export function done(history: History, before: Sheet, after: Sheet): History {
  if (isNothing(difference(before, after))) return history;
  return { past: [...history.past.slice(-MOST + 1), { before, after }], future: [] };
}

/** The rows without the last step; undefined where there is none. */
export function undone(history: History, now: Sheet): { history: History; sheet: Sheet } | undefined {
  const step = history.past.at(-1);
  if (!step) return undefined;
  const { sheet } = patched(now, difference(step.after, step.before));
  return { sheet, history: { past: history.past.slice(0, -1), future: [step, ...history.future] } };
}

/** The rows with the step that was taken back last. */
export function redone(history: History, now: Sheet): { history: History; sheet: Sheet } | undefined {
  const [step, ...future] = history.future;
  if (!step) return undefined;
  const { sheet } = patched(now, difference(step.before, step.after));
  return { sheet, history: { past: [...history.past, step], future } };
}
