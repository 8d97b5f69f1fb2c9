import { expect, it, vi } from 'vitest';
import { Problem, Unreachable } from '@/api/problem';
import type { SaveStatus, Snapshot } from '@/components/grid/sheet-store';
import { allSent } from './all-sent';

/** A store that goes through these states, one at each flush or step. */
function storeOf(states: SaveStatus[], error?: Error) {
  const listeners = new Set<() => void>();
  let at = 0;
  const step = () => {
    at += 1;
    [...listeners].forEach((listener) => listener());
  };
  return {
    step,
    listeners,
    store: {
      snapshot: () => ({ status: states[at], error }) as Snapshot,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      flush: vi.fn(() => Promise.resolve(step())),
    },
  };
}

it('is done at once where nothing is left to send', async () => {
  const { store, listeners } = storeOf(['saved']);
  await allSent(store);
  expect([store.flush.mock.calls.length, listeners.size]).toEqual([0, 0]);
});

it('sends what waits, also what was typed while something was on its way', async () => {
  const { store, step, listeners } = storeOf(['waiting', 'sending', 'waiting', 'sending', 'saved']);
  const done = allSent(store);
  step();
  step();
  await done;
  expect([store.flush.mock.calls.length, listeners.size]).toEqual([2, 0]);
});

it.each([
  ['offline', undefined, Unreachable],
  ['refused', new Problem(409), Problem],
] as const)('fails where it does not get there: %s', async (status, error, kind) => {
  const { store, listeners } = storeOf(['waiting', status], error);
  await expect(allSent(store)).rejects.toBeInstanceOf(kind);
  expect(listeners.size).toBe(0);
});
