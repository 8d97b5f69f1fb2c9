import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { KeptLine, ReadPeople } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { newKey } from '@/api/idempotency';
import { Problem } from '@/api/problem';
import { meQuery } from '@/api/reference';
import { draftKey } from '@/components/grid/drafts';
import type { Sheet } from '@/components/grid/sheet';
import { useKeeps, useLoginAgain } from '@/components/grid/use-keeps';
import { Asking } from './asking';
import { linesOf, rowOf, type TypedLine } from './typed-lines';
import { sayingsOf } from './typed-sayings';
import { TypedStore } from './typed-store';

/** Under which name it is kept in the browser. */
export const PEOPLE_SHEET = 'people list';

interface Question {
  draft: Sheet;
  lines: TypedLine[];
}

const send = (lines: TypedLine[], save: boolean): Promise<ReadPeople> =>
  answer(client.POST('/api/v1/people-lists', { body: { lines, save } }));

/**
 * People as they are typed: kept in the browser, looked at by the server after a pause, entered all at once.
 *
 * @param onEntered What was entered, and how it stood.
 */
export function useTypedPeople(kept: readonly KeptLine[], onEntered: (read: ReadPeople) => void) {
  const server = useMemo(() => kept.map(({ id, ...line }) => rowOf(id, line)), [kept]);
  const { data: me } = useQuery(meQuery);
  const [store] = useState(() => new TypedStore(server, draftKey(me?.username ?? '', PEOPLE_SHEET), newKey));
  const [asking] = useState(() => new Asking(({ lines }: Question) => send(lines, false)));
  useEffect(() => {
    void store.restore();
    return () => {
      store.close();
      asking.forget();
    };
  }, [store, asking]);
  useEffect(() => store.receive(server), [store, server]);
  useEffect(() => {
    window.addEventListener('online', asking.now);
    return () => window.removeEventListener('online', asking.now);
  }, [asking]);
  const shown = useSyncExternalStore(store.subscribe, store.snapshot);
  const asked = useSyncExternalStore(asking.subscribe, asking.snapshot);
  const { draft } = shown;
  const lines = useMemo(() => linesOf(shown.server, draft), [shown.server, draft]);
  useEffect(() => (lines.length > 0 ? asking.ask({ draft, lines }) : asking.rest()), [asking, draft, lines]);
  const save = useMutation({
    mutationFn: (question: Question) => send(question.lines, true),
    onSuccess: (read, question) => {
      if (!read.saved) return asking.tell(question, read);
      asking.rest();
      store.discard();
      onEntered(read);
    },
  });
  useLoginAgain(asked.error instanceof Problem && asked.error.status === 401);
  const read = asked.answer;
  const checked = useMemo(() => asked.question && read && { draft: asked.question.draft, read }, [asked.question, read]);
  const sayings = useMemo(() => sayingsOf(draft, checked), [draft, checked]);
  /** What the server says of all that stands here; nothing: it was not asked yet. */
  const current = asked.status === 'answered' && asked.question?.draft === draft ? read : undefined;
  const losing = !useKeeps() && lines.length > 0;
  return { ...shown, store, asking, asked, lines, sayings, read: current, save, losing, enter: () => save.mutate({ draft, lines }) };
}

export type TypedPeople = ReturnType<typeof useTypedPeople>;
