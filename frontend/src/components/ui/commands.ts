import { useEffect, useSyncExternalStore } from 'react';

/** Something that the palette offers to do on the screen that is open. */
export interface Command {
  id: string;
  label: string;
  run: () => void;
}

let offered: readonly Command[] = [];
const listeners = new Set<() => void>();

function offer(commands: readonly Command[]) {
  offered = commands;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What the screen offers as long as it is shown. */
export function useOffer(commands: readonly Command[]): void {
  useEffect(() => {
    offer(commands);
    return () => offer([]);
  }, [commands]);
}

export const useOffered = () => useSyncExternalStore(subscribe, () => offered);
