import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { newKey } from '@/api/idempotency';
import { meQuery } from '@/api/reference';
import { draftKey } from './drafts';
import type { Scope } from './scope';
import type { Edits, Sheet } from './sheet';
import { SheetStore, type Sent } from './sheet-store';
import { useKeeps, useLoginAgain } from './use-keeps';

interface Document {
  /** Which document it is, among all of this person's. */
  document: string;
  /** The rows as the server has them; the same object as long as they are the same. */
  server: Sheet;
  /** Whether this person may write in them. */
  editable: boolean;
  send: (edits: Edits) => Promise<Sent>;
  onSaved: () => void;
  /** What of it can be changed. */
  scope: Scope;
}

/** The rows on the screen: the server's, with what is typed here; it is kept in the browser and sent by itself. */
export function useSheet({ document, server, editable, send, onSaved, scope }: Document) {
  const { data: me } = useQuery(meQuery);
  const key = draftKey(me?.username ?? '', document);
  const [store] = useState(() => new SheetStore(server, { key, send, newId: newKey, onSaved }));
  useEffect(() => {
    if (editable) void store.restore();
    const again = () => void store.flush();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      store.close();
    };
  }, [store, editable]);
  useEffect(() => store.receive(server), [store, server]);
  useEffect(() => store.limit(scope), [store, scope]);
  const shown = useSyncExternalStore(store.subscribe, store.snapshot);
  useLoginAgain(shown.status === 'login');
  /** Leaving now would lose something: this browser keeps nothing. */
  const losing = !useKeeps() && shown.status !== 'saved';
  return { ...shown, store, losing };
}

export type SheetEditing = ReturnType<typeof useSheet>;
