import { queryOptions, useMutation } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { queryClient } from '@/api/query-client';
import { tellOtherWindows } from './other-windows';

export interface Credentials {
  username: string;
  password: string;
}

/** Log in; what an earlier person saw in this window is forgotten. */
export function useLogIn(onDone: () => void) {
  return useMutation({
    mutationFn: (body: Credentials) => answer(client.POST('/api/v1/session', { body })),
    onSuccess: (me) => {
      queryClient.clear();
      queryClient.setQueryData(keys.me, me);
      tellOtherWindows(me.username);
      onDone();
    },
  });
}

/** How many sessions and tokens of programs logging out everywhere would end; asked for each time. */
export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: () => answer(client.GET('/api/v1/sessions')),
  staleTime: 0,
  gcTime: 0,
});

export function useLogOutEverywhere(onDone: () => void) {
  return useMutation({
    mutationFn: () => answer(client.DELETE('/api/v1/sessions')),
    onSuccess: () => {
      queryClient.clear();
      onDone();
    },
  });
}

export function useLogOut(onDone: () => void) {
  return useMutation({
    mutationFn: () => answer(client.DELETE('/api/v1/session')),
    onSuccess: () => {
      queryClient.clear();
      onDone();
    },
  });
}
