import { useQuery } from '@tanstack/react-query';
import { useSessionStorage } from '@mantine/hooks';
import { meQuery } from '@/api/reference';
import { EVERYTHING, type InboxChoice } from './inbox-order';

/** How the list is grouped and narrowed, until this window is closed: a filter that is forgotten hides no work tomorrow. */
export function useInboxChoice() {
  const { data: me } = useQuery(meQuery);
  return useSessionStorage<InboxChoice>({
    key: `sau-ro.inbox.${me?.username ?? ''}`,
    defaultValue: EVERYTHING,
    getInitialValueInEffect: false,
  });
}
