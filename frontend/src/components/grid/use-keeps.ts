import { useEffect, useState } from 'react';
import { keys } from '@/api/keys';
import { queryClient } from '@/api/query-client';
import { canKeep } from './drafts';

/** Whether this browser keeps what is typed: where it does not, leaving loses it. */
export function useKeeps(): boolean {
  const [keeps, setKeeps] = useState(true);
  useEffect(() => void canKeep().then(setKeeps), []);
  return keeps;
}

/** Where the session has ended while somebody typed, the frame leads to the login. */
export function useLoginAgain(ended: boolean) {
  useEffect(() => {
    if (ended) void queryClient.invalidateQueries({ queryKey: keys.me });
  }, [ended]);
}
