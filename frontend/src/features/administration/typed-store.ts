/** Lines that are typed and entered all at once: kept in the browser until then, beside what the server has. */

import { isNothing, difference } from '@/components/grid/difference';
import { dropDraft, findDraft, keepDraft, openDraft, type Typing } from '@/components/grid/drafts';
import { done, NO_HISTORY, redone, undone, type History } from '@/components/grid/history';
import { begun, received, resolved, typed, type Synced } from '@/components/grid/sync';
import type { Sheet } from '@/components/grid/sheet';

export interface TypedSnapshot extends Synced {
  canUndo: boolean;
  canRedo: boolean;
  /** What was being typed when the page went away. */
  typing: Typing | null;
  /** Whether something that was kept has been taken up. */
  restored: boolean;
}

const KEEPING = 150;

export class TypedStore {
  private synced: Synced;
  private history: History = NO_HISTORY;
  private typing: Typing | null = null;
  private restored = false;
  private shown: TypedSnapshot;
  private listeners = new Set<() => void>();
  private keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(
    server: Sheet,
    private key: string,
    private newId: () => string,
  ) {
    openDraft(key);
    this.synced = begun(server);
    this.shown = this.snapshotNow();
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = () => this.shown;

  /** Takes up what was typed before the page went away. */
  async restore(): Promise<void> {
    const kept = await findDraft(this.key).catch(() => undefined); // some browsers keep nothing
    if (!kept) return;
    const { typing, at: _at, ...synced } = kept;
    this.typing = typing;
    this.restored = true;
    this.settle(received(synced, this.synced.server, this.newId));
  }

  change = (edit: (now: Sheet) => Sheet) => {
    const before = this.synced.draft;
    const draft = edit(before);
    this.history = done(this.history, before, draft);
    this.settle(typed(this.synced, draft));
  };

  undo = () => this.step(undone(this.history, this.synced.draft));
  redo = () => this.step(redone(this.history, this.synced.draft));
  resolve = (id: string, field: string, take: 'mine' | 'theirs') => this.settle(resolved(this.synced, id, field, take));

  /** What stands in the cell that is open, before it is left. */
  type = (typing: Typing | null) => {
    this.typing = typing;
    this.keepSoon();
  };

  /** The server has something else now. */
  receive = (server: Sheet) => {
    if (server !== this.synced.server) this.settle(received(this.synced, server, this.newId));
  };

  /** It was entered, or is let go. */
  discard = () => {
    this.history = NO_HISTORY;
    this.typing = null;
    this.settle(begun(this.synced.server));
    this.close();
  };

  /** Keeps at once what waits for a pause. */
  close = () => {
    clearTimeout(this.keeping);
    void this.keep();
  };

  private step(found: { history: History; sheet: Sheet } | undefined) {
    if (!found) return;
    this.history = found.history;
    this.settle(typed(this.synced, found.sheet));
  }

  private settle(synced: Synced) {
    this.synced = synced;
    this.keepSoon();
    this.shown = this.snapshotNow();
    this.listeners.forEach((listener) => listener());
  }

  private keepSoon() {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => void this.keep(), KEEPING);
  }

  private async keep(): Promise<void> {
    const { server, draft } = this.synced;
    const nothing = isNothing(difference(server, draft)) && !this.typing;
    const { key, typing, synced } = this;
    await (nothing ? dropDraft(key) : keepDraft(key, { ...synced, typing, at: Date.now() })).catch(() => undefined);
  }

  private snapshotNow(): TypedSnapshot {
    const { typing, history, restored } = this;
    return { ...this.synced, typing, restored, canUndo: history.past.length > 0, canRedo: history.future.length > 0 };
  }
}
