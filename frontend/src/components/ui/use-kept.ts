import { useEffect, useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import { queryClient } from '@/api/query-client';
import { meQuery } from '@/api/reference';
import { draftKey } from './kept';
import { KeptForm, type Found } from './kept-form';

export interface Kept {
  /** What was taken up again; nothing: nothing was, or it is sent or let go. */
  found: Pick<Found<unknown>, 'at' | 'overtaken'> | undefined;
  /** It was sent, or is let go: the browser keeps it no longer. */
  drop: () => void;
  /** Back to what the form began with. */
  discard: () => void;
}

/**
 * State of a form that survives a reload, a crash and the end of a session: `useState` with a name. It is this person's alone and
 * is taken up when they open the form again. Never for a password or a one-time link.
 *
 * @param name Which form it is, of which document; nothing: it is not kept.
 * @param begun What the form begins with.
 */
export function useKept<Value>(name: string | undefined, begun: Value | (() => Value)): [Value, Dispatch<SetStateAction<Value>>, Kept] {
  const owner = queryClient.getQueryData(meQuery.queryKey)?.username;
  const [form] = useState(
    () => new KeptForm(name && owner ? draftKey(owner, `form ${name}`) : undefined, begun instanceof Function ? begun() : begun),
  );
  const [value, setValue] = useState(form.begun);
  const [found, setFound] = useState<Kept['found']>();
  useEffect(() => {
    void form.find().then((one) => {
      if (!one) return;
      setValue(() => one.value);
      setFound(one);
    });
    return form.flush;
  }, [form]);
  useEffect(() => form.typed(value), [form, value]);
  const kept = useMemo(() => {
    const drop = () => {
      form.drop();
      setFound(undefined);
    };
    const discard = () => {
      setValue(() => form.begun);
      drop();
    };
    return { found, drop, discard };
  }, [form, found]);
  return [value, setValue, kept];
}
