import { Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ArrowRightLeft, KeyRound, MonitorX } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { Me } from '@/api/types';
import { ChangePassword } from './change-password';
import { LogOutEverywhere } from './log-out-everywhere';
import { LogOutItem, UnsentDialog } from './log-out';
import { SchemeItems } from './scheme-items';

interface AccountPanelProps {
  me: Me;
  target: ReactElement;
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** The menu is in the page and may be opened. */
  onReady: () => void;
  onHandovers: () => void;
  onLoggedOut: () => void;
}

/** Who am I, in which posts, and the way out. */
export function AccountPanel({ me, target, opened, onChange, onReady, onHandovers, onLoggedOut }: AccountPanelProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const ready = useEffectEvent(onReady);
  useEffect(() => ready(), []);
  const [everywhere, dialog] = useDisclosure(false);
  const [changing, password] = useDisclosure(false);
  const [unsent, setUnsent] = useState(0);
  return (
    <>
      <Menu opened={opened} onChange={onChange} position="bottom-end" width={300} withinPortal withInitialFocusPlaceholder={false}>
        <Menu.Target>{target}</Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text fw={600} size="sm">
              {me.full_name}
            </Text>
            {me.appointments.map((post) => (
              <Text key={`${post.unit}-${post.role}`} size="sm">
                {post.title} · {unitName(post.unit)}
              </Text>
            ))}
            <Text size="sm">{me.institution.name}</Text>
          </Menu.Label>
          <Menu.Item leftSection={<ArrowRightLeft size={16} aria-hidden />} onClick={onHandovers}>
            {t('handover.list')}
          </Menu.Item>
          <Menu.Item leftSection={<KeyRound size={16} aria-hidden />} onClick={password.open}>
            {t('admin.changePassword')}
          </Menu.Item>
          <LogOutItem username={me.username} onUnsent={setUnsent} onLoggedOut={onLoggedOut} />
          <Menu.Item leftSection={<MonitorX size={16} aria-hidden />} onClick={dialog.open}>
            {t('session.everywhere')}
          </Menu.Item>
          <Menu.Divider />
          <SchemeItems />
        </Menu.Dropdown>
      </Menu>
      <UnsentDialog username={me.username} unsent={unsent} onClose={() => setUnsent(0)} onLoggedOut={onLoggedOut} />
      {changing && <ChangePassword onClose={password.close} />}
      {everywhere && <LogOutEverywhere username={me.username} onDone={onLoggedOut} onClose={dialog.close} />}
    </>
  );
}
