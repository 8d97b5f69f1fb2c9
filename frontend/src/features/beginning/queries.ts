import { queryOptions, useMutation } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { queryClient } from '@/api/query-client';

export interface Beginning {
  code: string;
  name: string;
  place: string;
  full_name: string;
  username: string;
  password: string;
}

/** Whether the secret still opens the beginning; asked anew each time. */
export const beginningQuery = (secret: string) =>
  queryOptions({
    queryKey: keys.beginning(secret),
    queryFn: () => answer(client.GET('/api/v1/setup', { params: { query: { secret } } })),
    retry: false,
    gcTime: 0,
  });

/** Found the institution; its first administrator is logged in with that. */
export function useBegin(secret: string, onDone: () => void) {
  return useMutation({
    mutationFn: ({ code, name, place, ...administrator }: Beginning) =>
      answer(client.POST('/api/v1/setup', { body: { secret, institution: { code, name, place }, administrator } })),
    onSuccess: (me) => {
      queryClient.clear();
      queryClient.setQueryData(keys.me, me);
      onDone();
    },
  });
}

/** Whose link it is. */
export const invitationQuery = (secret: string) =>
  queryOptions({
    queryKey: keys.invitation(secret),
    queryFn: () => answer(client.GET('/api/v1/invitations/{secret}', { params: { path: { secret } } })),
    retry: false,
    gcTime: 0,
  });

/** Set the password of a link, which is dead afterwards. */
export function useSetPassword(secret: string, onDone: () => void) {
  return useMutation({
    mutationFn: (password: string) =>
      answer(client.POST('/api/v1/invitations/{secret}', { params: { path: { secret } }, body: { password } })),
    onSuccess: onDone,
  });
}
