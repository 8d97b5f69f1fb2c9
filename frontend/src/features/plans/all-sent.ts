import { Unreachable } from '@/api/problem';
import type { SheetStore } from '@/components/grid/sheet-store';

/** Waits until all that was typed is at the server; fails where it does not get there. */
export function allSent(store: Pick<SheetStore, 'snapshot' | 'subscribe' | 'flush'>): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop: () => void = () => undefined;
    const look = () => {
      const { status, error } = store.snapshot();
      if (status === 'sending') return;
      if (status === 'waiting') {
        void store.flush();
        return;
      }
      stop();
      if (status === 'saved') resolve();
      else reject(error ?? new Unreachable());
    };
    stop = store.subscribe(look);
    look();
  });
}
