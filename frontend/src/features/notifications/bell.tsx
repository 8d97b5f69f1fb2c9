import { ActionIcon, Button, Group, Indicator, Popover, Stack, Text } from '@mantine/core';
import { Bell as BellIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/ui/query-view';
import classes from './bell.module.css';
import { useLiveNotifications, useMarkRead } from './live';
import { NotificationList } from './notification-list';

/** The unread count and, opened, the newest notifications. */
export function Bell() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { query, connected } = useLiveNotifications();
  const unread = query.data?.unread ?? 0;
  const shown = unread > 99 ? '99+' : String(unread);

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} withinPortal trapFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('notifications.bell', { n: shown })}
          className={classes.bell}
          onClick={() => setOpened((open) => !open)}
        >
          <Indicator label={shown} size={18} color="red.9" disabled={unread === 0}>
            <BellIcon size={20} aria-hidden />
          </Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('notifications.title')}>
        <Stack gap="xs">
          <Heading unread={unread} newest={query.data?.results[0]?.position} />
          {!connected && (
            <Text size="sm" c="dimmed">
              {t('notifications.polling')}
            </Text>
          )}
          <QueryView query={query}>{(page) => <NotificationList items={page.results} onOpen={() => setOpened(false)} />}</QueryView>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Heading({ unread, newest }: { unread: number; newest: number | undefined }) {
  const { t } = useTranslation();
  const markRead = useMarkRead();
  return (
    <Group justify="space-between">
      <Text fw={700}>{t('notifications.title')}</Text>
      {unread > 0 && newest !== undefined && (
        <Button size="compact-sm" variant="subtle" onClick={() => markRead.mutate(newest)}>
          {t('notifications.markRead')}
        </Button>
      )}
    </Group>
  );
}
