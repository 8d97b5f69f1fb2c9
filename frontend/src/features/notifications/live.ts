import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { queryClient, refreshLive } from '@/api/query-client';
import { listen, socketAddress } from '@/api/socket';
import type { Notification } from '@/api/types';
import { remarkAnchor } from '@/components/case/remark-place';
import { toast } from '@/components/ui/toast';
import { newsSince } from './news';

const POLL_MS = 30_000;
/** Beside a socket that is up: a hint can be lost on its way; the browser sends the ETag it has, 304 when nothing is new. */
const RECHECK_MS = 60_000;

export type Live = ReturnType<typeof useLiveNotifications>;

/** The newest notifications; kept fresh by the socket's hints, and by asking, more often when the socket is down. */
export function useLiveNotifications() {
  const { t } = useTranslation();
  const [connected, setConnected] = useState(false);
  const seen = useRef<number | undefined>(undefined);
  const query = useQuery({
    queryKey: keys.notifications,
    queryFn: async () => {
      const { results, unread } = await answer(client.GET('/api/v1/notifications'));
      return { results: results as Notification[], unread };
    },
    refetchInterval: connected ? RECHECK_MS : POLL_MS,
  });

  useEffect(
    () =>
      listen(socketAddress(window.location), {
        onConnected: setConnected,
        onHint: () => {
          void queryClient.invalidateQueries({ queryKey: keys.notifications });
          void refreshLive();
        },
      }),
    [],
  );

  useEffect(() => {
    if (!query.data) return;
    const news = newsSince(seen.current, query.data.results);
    const arrived = seen.current !== undefined && news.position > seen.current;
    seen.current = news.position;
    for (const item of news.shown)
      toast(item.text, { about: item.cases > 1 ? null : item.case, at: item.remark ? remarkAnchor(item.remark) : undefined });
    if (news.more > 0) toast(t('notifications.more', { n: news.more }));
    if (arrived) void refreshLive();
  }, [query.data, t]);

  return { query, connected };
}

export function useMarkRead() {
  return useMutation({
    mutationFn: (position: number) => answer(client.POST('/api/v1/notifications/read', { body: { up_to: position } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.notifications }),
  });
}
