import { ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Notification } from '@/api/types';
import { remarkAnchor } from '@/components/case/remark-place';
import { TextLink } from '@/components/ui/links';
import { TimeAgo } from '@/components/ui/time-ago';
import classes from './notification-list.module.css';

export function NotificationList({ items, onOpen }: { items: Notification[]; onOpen: () => void }) {
  const { t } = useTranslation();
  if (items.length === 0) return <Text c="dimmed">{t('notifications.empty')}</Text>;
  return (
    <ScrollArea.Autosize mah="60vh" viewportProps={{ tabIndex: 0 }}>
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={item.id} className={classes.item} data-unread={!item.read || undefined}>
            <NoticeLink item={item} onOpen={onOpen} />
            <Text size="xs" c="dimmed">
              <TimeAgo at={item.created_at} />
              {!item.read && ` · ${t('notifications.unread')}`}
            </Text>
          </li>
        ))}
      </ul>
    </ScrollArea.Autosize>
  );
}

/** What a notice is about: its case, or the list of them; an appointment is about none. */
function NoticeLink({ item, onOpen }: { item: Notification; onOpen: () => void }) {
  if (item.case === null) return <Text size="sm">{item.text}</Text>;
  const look = { size: 'sm', onClick: onOpen } as const;
  if (item.cases > 1) {
    return (
      <TextLink to="/cases" search={{ notice: item.id }} {...look}>
        {item.text}
      </TextLink>
    );
  }
  return (
    <TextLink to="/cases/$id" params={{ id: item.case }} hash={item.remark ? remarkAnchor(item.remark) : undefined} {...look}>
      {item.text}
    </TextLink>
  );
}
