import { Button, Text } from '@mantine/core';
import { ChevronDown, UserRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/api/types';
import { useFetched } from '@/components/ui/use-fetched';
import { useOtherLogin } from './other-windows';

interface AccountMenuProps {
  me: Me;
  onHandovers: () => void;
  onLoggedOut: () => void;
}

const load = () => import('./account-panel').then((found) => found.AccountPanel);
const beginAnew = () => window.location.assign('/');

/** Who am I; what can be done with that is fetched when it is first opened. */
export function AccountMenu(props: AccountMenuProps) {
  const { t } = useTranslation();
  const { username, full_name: name } = props.me;
  useOtherLogin(username, beginAnew);
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [Panel, ask] = useFetched(load);
  const target = (
    <Button
      ref={button}
      variant="subtle"
      color="gray"
      px="sm"
      aria-label={t('session.account', { name })}
      aria-haspopup="menu"
      aria-expanded={opened}
      onClick={Panel ? undefined : ask}
      leftSection={<UserRound size={16} aria-hidden />}
      rightSection={<ChevronDown size={16} aria-hidden />}
    >
      <Text span visibleFrom="sm" fw={600} size="sm">
        {name}
      </Text>
    </Button>
  );

  function begin() {
    button.current?.focus({ preventScroll: true }); // it was drawn anew inside of the menu, which gives the keyboard back to it
    setOpened(true);
  }

  if (!Panel) return target;
  return <Panel {...props} target={target} opened={opened} onChange={setOpened} onReady={begin} />;
}
