/** The grids of one screen, in the order in which they stand: the keyboard goes on from one into the next. */

import type { Entry } from './ways';

const EVENT = 'grid-entered';

const grids = () => [...document.querySelectorAll('[role=grid]')];

/** Goes from a place in one grid into another one, which takes the keyboard; false: there is none that does. */
export function goOn(from: Element, entry: Entry): boolean {
  const all = grids();
  const at = all.findIndex((grid) => grid.contains(from));
  const others = entry === 'gap' ? [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))] : all.slice(at + entry.way, at + entry.way + 1);
  return at >= 0 && others.some((grid) => !grid.dispatchEvent(new CustomEvent(EVENT, { detail: entry, cancelable: true })));
}

/** Listens for the keyboard that comes in; the answer says whether it is taken. */
export function onEntered(grid: Element, take: (entry: Entry) => boolean): () => void {
  const listen = (event: Event) => {
    if (take((event as CustomEvent<Entry>).detail)) event.preventDefault();
  };
  grid.addEventListener(EVENT, listen);
  return () => grid.removeEventListener(EVENT, listen);
}
