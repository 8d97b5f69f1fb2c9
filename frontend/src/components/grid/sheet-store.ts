/** The rows of one document on one screen: typed, kept in the browser, sent by themselves, merged with what others do. */

import { Problem, Unreachable } from '@/api/problem';
import { isNothing } from './difference';
import { DraftStore, type Drafted } from './draft-store';
import { type Edits, type Sheet } from './sheet';
import type { Refused } from './answers';
import { answered, pending } from './sync';

/** Whether all is at the server: yes; not yet; on its way; it cannot be reached; nobody is logged in; it does not take it. */
export type SaveStatus = 'saved' | 'waiting' | 'sending' | 'offline' | 'login' | 'refused';

export interface Sent {
  refused: Refused[];
  /** The rows that were written, as the server has them now. */
  said: Sheet;
}

export interface Snapshot extends Drafted {
  status: SaveStatus;
  /** When something was written last. */
  savedAt: Date | undefined;
  /** Why the server takes nothing more. */
  error: Error | undefined;
}

interface Source {
  key: string;
  send: (edits: Edits) => Promise<Sent>;
  newId: () => string;
  /** Something was written: what the server makes of it has to be asked for. */
  onSaved: () => void;
}

const PAUSE = 800;
const RETRY = { first: 2_000, most: 30_000 };

export class SheetStore extends DraftStore<Snapshot> {
  private status: SaveStatus = 'saved';
  private savedAt: Date | undefined;
  private error: Error | undefined;
  private sending: ReturnType<typeof setTimeout> | undefined;
  private inFlight = false;
  private closed = false;
  private retry = RETRY.first;

  constructor(
    server: Sheet,
    private source: Source,
  ) {
    super(server, source.key, source.newId);
  }

  override async restore(): Promise<void> {
    this.closed = false;
    await super.restore();
  }

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
      this.settle(answered(this.synced, edits, refused, said, this.newId));
      this.source.onSaved();
    } catch (error) {
      this.inFlight = false;
      this.fail(error as Error);
    }
  };

  /** Lets go of what was typed and not sent. */
  discard = () => this.forget();

  /** Leaves the screen: what was typed goes out at once, or stays in the browser; nothing is tried again, for another may log in. */
  close = () => {
    this.closed = true;
    this.keepNow();
    void this.flush();
  };

  /** What is on its way comes back with its answer. */
  protected override listens(): boolean {
    return !this.inFlight;
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

  protected override settled() {
    if (isNothing(pending(this.synced))) {
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

  private show(status: SaveStatus) {
    this.status = status;
    if (status !== 'offline' && status !== 'refused' && status !== 'login') this.error = undefined;
    this.draw();
  }

  protected snapshotNow(): Snapshot {
    const { status, savedAt, error } = this;
    return { ...this.drafted(), status, savedAt, error };
  }
}
