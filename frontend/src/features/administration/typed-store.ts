/** Lines that are typed and entered all at once: kept in the browser until then, beside what the server has. */

import { DraftStore, type Drafted } from '@/components/grid/draft-store';

export type TypedSnapshot = Drafted;

export class TypedStore extends DraftStore<TypedSnapshot> {
  /** It was entered, or is let go. */
  discard = () => {
    this.typing = null;
    this.forget();
    this.keepNow();
  };

  close = () => this.keepNow();

  protected snapshotNow(): TypedSnapshot {
    return this.drafted();
  }
}
