import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, client } from '@/api/client';
import { IdempotencyKeys } from '@/api/idempotency';
import { Problem } from '@/api/problem';
import { refreshLive, retryUnanswered } from '@/api/query-client';
import type { ActName, Case, Reason } from '@/api/types';
import { goesAlone } from '@/components/case/act-looks';
import { EachSigned, type OwnReason } from './bulk-each';
import type { IssuedDraft } from './register-fields';

/** A case among those that one click signs. */
export interface BulkCase {
  id: string;
  /** The digest of the content on this screen: what the signature will cite. */
  digest: string;
  /** What the person knows it by. */
  label: string;
  /** What the server says of this person's acts on it; nothing where it was not asked. */
  acts?: Case['acts'];
  /** What kind of case it is, where that says how an act is called. */
  kind?: string;
  unit?: string;
  /** The acts that begin where it stands, where that is known; nothing: any may. */
  begins?: readonly ActName[];
}

/** Those of the cases with which the act can be tried at all. */
export const beginning = (cases: readonly BulkCase[], act: ActName) => cases.filter(({ begins }) => begins?.includes(act) ?? true);

/** What is said with one act on several cases. */
export interface BulkSaid {
  comment: string;
  /** The one paper under which all of them are registered. */
  issued?: IssuedDraft;
  /** Case -> why it is sent back; then each is signed by itself. */
  why?: Readonly<Record<string, OwnReason>>;
}

/** Whether the act is signed by itself on all of them. */
export const allAlone = (cases: readonly BulkCase[]) => cases.length > 0 && cases.every(({ kind = '' }) => goesAlone(kind));

/** Sign one act on several cases at once; the answer tells what became of each. */
export function useBulkAct(cases: readonly BulkCase[], act: ActName) {
  const [keys] = useState(() => new IdempotencyKeys());
  const [each] = useState(() => new EachSigned());
  return useMutation({
    mutationFn: async ({ why, ...said }: BulkSaid) => {
      if (why) return each.sign(act, cases, why);
      const body = { act, ...said, cases: cases.map(({ id, digest }) => ({ id, digest })) };
      const header = { 'Idempotency-Key': keys.keyFor(body) };
      const { results } = await answer(client.POST('/api/v1/acts', { params: { header }, body }));
      return results;
    },
    retry: retryUnanswered,
    onSuccess: async () => {
      keys.answered();
      each.answered();
      await refreshLive();
    },
    onError: (error) => {
      if (error instanceof Problem) keys.answered();
    },
  });
}

/** The server's reasons against an act on a case; none where it is allowed, or was not asked. */
export function reasonsAgainst({ acts }: BulkCase, act: ActName): readonly Reason[] {
  return acts?.find((known) => known.act === act)?.reasons ?? [];
}

/** The cases on which the act is allowed, and those on which it is not. */
export function sorted(cases: readonly BulkCase[], act: ActName): { allowed: BulkCase[]; refused: BulkCase[] } {
  const allowed = cases.filter((item) => reasonsAgainst(item, act).length === 0);
  return { allowed, refused: cases.filter((item) => !allowed.includes(item)) };
}

interface SharedReason {
  reason: Reason;
  /** The cases it is said of; empty where it is said of all. */
  labels: string[];
}

/** The reasons against an act on these cases, each once. */
export function sharedReasons(cases: readonly BulkCase[], act: ActName): SharedReason[] {
  const said = new Map<string, SharedReason>();
  for (const item of cases) {
    for (const reason of reasonsAgainst(item, act)) {
      const labels = said.get(reason.text)?.labels ?? [];
      if (!labels.includes(item.label)) said.set(reason.text, { reason, labels: [...labels, item.label] });
    }
  }
  return [...said.values()].map(({ reason, labels }) => ({ reason, labels: labels.length === cases.length ? [] : labels }));
}
