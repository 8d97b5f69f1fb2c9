import { useCallback, useRef, useState } from 'react';
import { queryClient } from '@/api/query-client';
import type { ActName, InboxItem } from '@/api/types';
import { usePicked } from '@/components/case/picked';
import type { BulkCase } from './bulk-act';
import { nextAfter } from './inbox-order';
import { placeOf } from './inbox-row';
import { elsewhereQuery } from './queries';

/** An act before it is confirmed, on what it shall be done. */
export interface Chosen {
  act: ActName;
  cases: readonly BulkCase[];
}

export type Line = InboxItem & { id: string };

const bulkCase = ({ case: id, digest, title, kind, unit }: InboxItem): BulkCase => ({ id, digest, label: title, kind, unit });

/** The keyboard goes to the row of a case. */
export function goTo(id: string | undefined): void {
  if (id) document.getElementById(placeOf(id))?.querySelector('a')?.focus();
}

/** What of the cases can be taken back now, by the act that does it. */
function takenBack(ids: readonly string[]): Chosen | undefined {
  const sent = (queryClient.getQueryData(elsewhereQuery.queryKey) ?? []).filter((item) => ids.includes(item.case));
  const [act] = sent.flatMap(({ acts }) => acts);
  return act && { act, cases: sent.filter(({ acts }) => acts.includes(act)).map(bulkCase) };
}

/**
 * Picking, signing, and what comes after it: the next row has the keyboard, and what was just signed can be taken back.
 *
 * @param order The ids of the rows from top to bottom.
 */
export function useActing(order: readonly string[]) {
  const picked = usePicked<Line>();
  const [chosen, setChosen] = useState<Chosen>();
  const [signed, setSigned] = useState<readonly string[]>([]);
  const next = useRef<string>(undefined);
  const choose = useCallback((act: ActName, items: readonly InboxItem[]) => {
    const able = items.filter(({ acts }) => acts.includes(act));
    if (able.length > 0) setChosen({ act, cases: able.map(bulkCase) });
  }, []);

  /** Back to before the last signatures, as far as the server lets one. */
  function undo() {
    const back = takenBack(signed);
    if (back) setChosen(back);
    return back !== undefined;
  }

  function done(ids: readonly string[]) {
    setSigned(ids);
    picked.clear();
    next.current = nextAfter(order, ids);
    const back = takenBack(ids);
    return back && (() => setChosen(back));
  }

  function close() {
    setChosen(undefined);
    // Once the dialog has given the keyboard back to a button that may be gone.
    const id = next.current;
    next.current = undefined;
    setTimeout(() => goTo(id));
  }

  return { picked, chosen, choose, undo, done, close };
}
