import { ActionIcon, Indicator } from '@mantine/core';
import { Bell as BellIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetched } from '@/components/ui/use-fetched';
import classes from './bell.module.css';
import { useLiveNotifications } from './live';

const load = () => import('./bell-panel').then((found) => found.BellPanel);

/** The unread count and, opened, the newest notifications. */
export function Bell() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [Panel, ask] = useFetched(load);
  const live = useLiveNotifications();
  const unread = live.query.data?.unread ?? 0;
  const shown = unread > 99 ? '99+' : String(unread);
  const target = (
    <ActionIcon
      ref={button}
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t('notifications.bell', { n: shown })}
      aria-haspopup="dialog"
      aria-expanded={opened}
      className={classes.bell}
      onClick={() => (Panel ? setOpened((open) => !open) : ask())}
    >
      <Indicator label={shown} size={16} disabled={unread === 0}>
        <BellIcon size={16} aria-hidden />
      </Indicator>
    </ActionIcon>
  );

  function begin() {
    button.current?.focus({ preventScroll: true }); // it was drawn anew inside of the panel, which gives the keyboard back to it
    setOpened(true);
  }

  if (!Panel) return target;
  return <Panel {...live} unread={unread} target={target} opened={opened} onChange={setOpened} onReady={begin} />;
}
