import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { meQuery } from '@/api/reference';
import { OfflineBanner } from '@/components/ui/offline-banner';
import { Bell } from '@/features/notifications/bell';
import { AccountMenu } from '@/features/session/account-menu';
import { LanguageSwitch } from '@/features/session/language-switch';
import classes from './frame.module.css';
import { Navigation } from './navigation';
import { PaletteKey } from './palette-key';
import { paths } from './paths';

/** What surrounds every screen behind the login. */
export function Frame() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [menuOpen, menu] = useDisclosure(false);
  const { data: me, error } = useQuery(meQuery);
  const address = useRouterState({ select: (state) => state.location.pathname });
  const { close } = menu;
  const shown = useRef(address);
  useEffect(() => {
    close();
    if (shown.current !== address) document.getElementById('main')?.focus({ preventScroll: true });
    shown.current = address;
  }, [address, close]);

  if (error instanceof Problem && error.status === 401) return <ToLogin from={address} />;
  if (!me) return null;
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 210, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      padding={{ base: 'md', sm: 'lg' }}
    >
      <a href="#main" className={classes.skip} data-screen-only>
        {t('skip')}
      </a>
      <AppShell.Header px="md" data-screen-only>
        <Group h="100%" justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={menuOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('nav.toggle')}
              aria-expanded={menuOpen}
            />
            <Text fw={700} size="md">
              {t('product')}
            </Text>
            <Text size="sm" c="dimmed" visibleFrom="md" lineClamp={1}>
              {me.institution.name}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <LanguageSwitch />
            <Bell />
            <AccountMenu
              me={me}
              onHandovers={() => void navigate({ to: paths.handovers })}
              onLoggedOut={() => void navigate({ to: paths.login })}
            />
          </Group>
        </Group>
      </AppShell.Header>
      <PaletteKey />
      <AppShell.Navbar p="sm" data-screen-only aria-label={t('nav.label')}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        <OfflineBanner />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

/** To the login, and back to where the session ended: the address is the login's own before the frame is gone. */
function ToLogin({ from }: { from: string }) {
  const [next] = useState(from);
  return <Navigate to={paths.login} search={{ next }} />;
}
