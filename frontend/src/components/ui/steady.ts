import { useState } from 'react';
import { useHandBusy } from './hand';

export interface Steady<T> {
  shown: T;
  /** In how many lines the server's newest says something else than what is shown. */
  changes: number;
  show: () => void;
}

/**
 * What a list shows of what the server says: the newest, at once; but nothing else than before while somebody types, has picked lines or
 * has a dialog open, until they ask for it or are done.
 *
 * @param fresh The same object as long as the server says the same.
 * @param asked What the person asked for; an answer to something else is shown at once.
 */
export function useSteady<T>(fresh: T, changesOf: (shown: T, fresh: T) => number, asked = ''): Steady<T> {
  const busy = useHandBusy();
  const [kept, setKept] = useState({ value: fresh, asked });
  const free = !busy || kept.asked !== asked;
  if (free && (kept.value !== fresh || kept.asked !== asked)) setKept({ value: fresh, asked });
  const shown = free ? fresh : kept.value;
  return { shown, changes: shown === fresh ? 0 : changesOf(shown, fresh), show: () => setKept({ value: fresh, asked }) };
}

/** How many lines of a list came, went, or say something else. */
export function changedLines<T>(shown: readonly T[], fresh: readonly T[], keyOf: (item: T) => string): number {
  const before = new Map(shown.map((item) => [keyOf(item), JSON.stringify(item)]));
  const after = new Map(fresh.map((item) => [keyOf(item), JSON.stringify(item)]));
  const gone = [...before.keys()].filter((key) => !after.has(key));
  return gone.length + [...after].filter(([key, said]) => before.get(key) !== said).length;
}
