/** The rows of one document on one screen: typed, kept in the browser, sent by themselves, merged with what others do. */

import { Problem, Unreachable } from '@/api/problem';
import { dropDraft, findDraft, keepDraft, openDraft, type Typing } from './drafts';
import { done, NO_HISTORY, redone, undone, type History } from './history';
import { isNothing } from './difference';
import { type Edits, type Sheet } from './sheet';
import type { Refused } from './answers';
import { answered, begun, pending, received, resolved, typed, type Synced } from './sync';

/** Whether all is at the server: yes; not yet; on its way; it cannot be reached; nobody is logged in; it does not take it. */
export type SaveStatus = 'saved' | 'waiting' | 'sending' | 'offline' | 'login' | 'refused';

export interface Sent {
  refused: Refused[];
  /** The rows that were written, as the server has them now. */
  said: Sheet;
}

export interface Snapshot extends Synced {
  status: SaveStatus;
  /** When something was written last. */
  savedAt: Date | undefined;
  /** Why the server takes nothing more. */
  error: Error | undefined;
  canUndo: boolean;
  canRedo: boolean;
  /** What was being typed when the page went away. */
  typing: Typing | null;
  /** Whether something that was kept has been taken up. */
  restored: boolean;
}

interface Source {
  key: string;
  send: (edits: Edits) => Promise<Sent>;
  newId: () => string;
  /** Something was written: what the server makes of it has to be asked for. */
  onSaved: () => void;
}

const PAUSE = 800;
const KEEPING = 150;
const RETRY = { first: 2_000, most: 30_000 };

export class SheetStore {
  private synced: Synced;
  private history: History = NO_HISTORY;
  private status: SaveStatus = 'saved';
  private savedAt: Date | undefined;
  private error: Error | undefined;
  private typing: Typing | null = null;
  private shown: Snapshot;
  private listeners = new Set<() => void>();
  private sending: ReturnType<typeof setTimeout> | undefined;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private inFlight = false;
  private closed = false;
  private restored = false;
  private retry = RETRY.first;

  constructor(
    server: Sheet,
    private source: Source,
  ) {
    openDraft(source.key);
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
    this.closed = false;
    const kept = await findDraft(this.source.key).catch(() => undefined);
    if (!kept) return;
    const { typing, at: _at, ...synced } = kept;
    const mine = received(synced, this.synced.server, this.source.newId);
    this.typing = typing;
    this.restored = true;
    this.settle(mine);
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
    if (this.inFlight || server === this.synced.server) return;
    this.settle(received(this.synced, server, this.source.newId));
  };

  /** Sends what is not there yet, now. */
  flush = async (): Promise<void> => {
    clearTimeout(this.sending);
    const edits = pending(this.synced);
    if (this.inFlight || isNothing(edits)) return;
    this.inFlight = true;
    this.show('sending');
    try {
      const { refused, said } = await this.source.send(edits);
      this.inFlight = false;
      this.retry = RETRY.first;
      this.savedAt = new Date();
      this.settle(answered(this.synced, edits, refused, said, this.source.newId));
      this.source.onSaved();
    } catch (error) {
      this.inFlight = false;
      this.fail(error as Error);
    }
  };

  /** Lets go of what was typed and not sent. */
  discard = () => {
    this.history = NO_HISTORY;
    this.settle(begun(this.synced.server));
  };

  /** Leaves the screen: what was typed goes out at once, or stays in the browser; nothing is tried again, for another may log in. */
  close = () => {
    this.closed = true;
    clearTimeout(this.keeping);
    void this.keep();
    void this.flush();
  };

  private step(found: { history: History; sheet: Sheet } | undefined) {
    if (!found) return;
    this.history = found.history;
    this.settle(typed(this.synced, found.sheet));
  }

  private fail(error: Error) {
    this.error = error;
    if (error instanceof Problem && error.status < 500 && error.status !== 429) {
      this.show(error.status === 401 ? 'login' : 'refused');
      return;
    }
    this.show(error instanceof Unreachable || error instanceof Problem ? 'offline' : 'refused');
    this.sendIn(this.retry);
    this.retry = Math.min(this.retry * 2, RETRY.most);
  }

  private settle(synced: Synced) {
    this.synced = synced;
    this.keepSoon();
    if (isNothing(pending(synced))) {
      clearTimeout(this.sending);
      this.show('saved');
    } else {
      this.show(this.inFlight ? 'sending' : 'waiting');
      this.sendIn(PAUSE);
    }
  }

  private sendIn(milliseconds: number) {
    clearTimeout(this.sending);
    if (this.closed) return;
    this.sending = setTimeout(() => void this.flush(), milliseconds);
  }

  private keepSoon() {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => void this.keep(), KEEPING);
  }

  private async keep(): Promise<void> {
    const nothing = isNothing(pending(this.synced)) && !this.typing && Object.keys(this.synced.held).length === 0;
    const { key } = this.source;
    // A browser without a store keeps nothing; leaving is asked about there.
    await (nothing ? dropDraft(key) : keepDraft(key, { ...this.synced, typing: this.typing, at: Date.now() })).catch(() => undefined);
  }

  private show(status: SaveStatus) {
    this.status = status;
    if (status !== 'offline' && status !== 'refused' && status !== 'login') this.error = undefined;
    this.shown = this.snapshotNow();
    this.listeners.forEach((listener) => listener());
  }

  private snapshotNow(): Snapshot {
    const { status, savedAt, error, typing, history, restored } = this;
    return {
      ...this.synced,
      status,
      savedAt,
      error,
      typing,
      restored,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
    };
  }
}
