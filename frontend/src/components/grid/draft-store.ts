/** Rows as one person types them beside what the server has: steps back and forth, and what the browser keeps of it. */

import { isNothing } from './difference';
import { dropDraft, findDraft, keepDraft, openDraft, type Typing } from './drafts';
import { done, NO_HISTORY, redone, undone, type History } from './history';
import { ALL_OPEN, openPart, type Scope } from './scope';
import type { Sheet } from './sheet';
import { begun, pending, received, resolved, typed, type Synced } from './sync';

export interface Drafted extends Synced {
  canUndo: boolean;
  canRedo: boolean;
  /** What was being typed when the page went away. */
  typing: Typing | null;
  /** Whether something that was kept has been taken up. */
  restored: boolean;
}

const KEEPING = 150;

export abstract class DraftStore<Shown extends Drafted> {
  protected synced: Synced;
  private history: History = NO_HISTORY;
  protected typing: Typing | null = null;
  private restored = false;
  private shown: Shown | undefined;
  private listeners = new Set<() => void>();
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private scope: Scope = ALL_OPEN;

  /** @param key Under which the browser keeps it. */
  constructor(
    server: Sheet,
    private key: string,
    protected newId: () => string,
  ) {
    openDraft(key);
    this.synced = begun(server);
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): Shown => (this.shown ??= this.snapshotNow());

  /** Takes up what was typed before the page went away. */
  async restore(): Promise<void> {
    const kept = await findDraft(this.key).catch(() => undefined); // some browsers keep nothing
    if (!kept) return;
    const { typing, at: _at, ...synced } = kept;
    this.typing = typing;
    this.restored = true;
    this.settle(received(synced, this.synced.server, this.newId));
  }

  /** What can be changed here from now on. */
  limit = (scope: Scope) => {
    this.scope = scope;
  };

  change = (edit: (now: Sheet) => Sheet) => {
    const before = this.synced.draft;
    const draft = openPart(before, edit(before), this.scope);
    if (draft === before) return;
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
    if (this.listens() && server !== this.synced.server) this.settle(received(this.synced, server, this.newId));
  };

  /** Whether what the server says now is more than what it was asked before. */
  protected listens(): boolean {
    return true;
  }

  /** Nothing is typed here. */
  protected forget() {
    this.history = NO_HISTORY;
    this.settle(begun(this.synced.server));
  }

  /** Keeps at once what waits for a pause. */
  protected keepNow() {
    clearTimeout(this.keeping);
    void this.keep();
  }

  protected settle(synced: Synced) {
    this.synced = synced;
    this.keepSoon();
    this.settled();
  }

  /** What follows from it that something else stands here now. */
  protected settled() {
    this.draw();
  }

  protected draw() {
    this.shown = this.snapshotNow();
    this.listeners.forEach((listener) => listener());
  }

  protected drafted(): Drafted {
    const { typing, history, restored } = this;
    return { ...this.synced, typing, restored, canUndo: history.past.length > 0, canRedo: history.future.length > 0 };
  }

  protected abstract snapshotNow(): Shown;

  private step(found: { history: History; sheet: Sheet } | undefined) {
    if (!found) return;
    this.history = found.history;
    this.settle(typed(this.synced, found.sheet));
  }

  private keepSoon() {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => void this.keep(), KEEPING);
  }

  private async keep(): Promise<void> {
    const nothing = isNothing(pending(this.synced)) && !this.typing && Object.keys(this.synced.held).length === 0;
    const { key, typing, synced } = this;
    // A browser without a store keeps nothing; leaving is asked about there.
    await (nothing ? dropDraft(key) : keepDraft(key, { ...synced, typing, at: Date.now() })).catch(() => undefined);
  }
}
