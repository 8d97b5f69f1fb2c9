import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/ui/query-view';
import { useMarkRead, type Live } from './live';
import { NotificationList } from './notification-list';

interface BellPanelProps extends Live {
  unread: number;
  target: ReactElement;
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** The panel is in the page and may be opened. */
  onReady: () => void;
}

/** The newest notifications, below the bell. */
export function BellPanel({ query, connected, unread, target, opened, onChange, onReady }: BellPanelProps) {
  const { t } = useTranslation();
  const ready = useEffectEvent(onReady);
  useEffect(() => ready(), []);
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-end" width={340} withinPortal trapFocus returnFocus>
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('notifications.title')}>
        <Stack gap="sm">
          <Heading unread={unread} newest={query.data?.results[0]?.position} />
          {!connected && (
            <Text size="sm" c="dimmed">
              {t('notifications.polling')}
            </Text>
          )}
          <QueryView query={query}>{(page) => <NotificationList items={page.results} onOpen={() => onChange(false)} />}</QueryView>
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
