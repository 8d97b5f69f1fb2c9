import { QueryCache, QueryClient } from '@tanstack/react-query';
import { keys, liveKeys } from './keys';
import { Problem, Unreachable } from './problem';

/** Reading again is always safe; what the server refused it would refuse again. */
function retryRead(failures: number, error: Error): boolean {
  return error instanceof Unreachable ? failures < 2 : error instanceof Problem && error.status >= 502 && failures < 2;
}

/** A write is sent again only when no answer came; its idempotency key makes that one effect. */
export function retryUnanswered(failures: number, error: Error): boolean {
  return error instanceof Unreachable && failures < 2;
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      const lostSession = error instanceof Problem && error.status === 401;
      if (lostSession && query.queryKey[0] !== keys.me[0]) void queryClient.invalidateQueries({ queryKey: keys.me });
    },
  }),
  defaultOptions: {
    queries: { retry: retryRead, staleTime: 5_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** Ask again for everything an act may have changed. */
export async function refreshLive(): Promise<void> {
  await Promise.all(liveKeys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
