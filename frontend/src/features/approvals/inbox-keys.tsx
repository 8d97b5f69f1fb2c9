import { Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '@/api/types';
import { goesAlone, lookOfAct } from '@/components/case/act-looks';
import { useOffer } from '@/components/ui/commands';
import { useShortcuts, useShortcutsOn } from '@/components/ui/shortcuts';
import { actsOf } from './inbox-bar';
import { stepOf } from './inbox-row';
import { goTo, type useActing } from './use-acting';

const KeysHelp = lazy(() => import('./keys-help').then((found) => ({ default: found.KeysHelp })));

interface InboxKeysProps {
  shown: readonly InboxItem[];
  active: InboxItem | undefined;
  /** The row that has, or had, the keyboard. */
  focused: string | undefined;
  picked: readonly InboxItem[];
  acting: ReturnType<typeof useActing>;
  onPickQuiet: () => void;
}

/** What keys do with what waits, said below the list; the palette offers the same by name. */
export function InboxKeys({ shown, active, focused, picked, acting, onPickQuiet }: InboxKeysProps) {
  const { t } = useTranslation();
  const [on] = useShortcutsOn();
  const [helping, setHelping] = useState(false);
  const meant = useMemo(() => (picked.length > 0 ? picked : active ? [active] : []), [picked, active]);
  const { choose, picked: choice, undo } = acting;
  useOffer(
    useMemo(
      () =>
        actsOf(meant).map((act) => ({
          id: act,
          label: t('inbox.actOnMany', {
            act: t(
              lookOfAct(
                act,
                meant.every(({ kind }) => goesAlone(kind)),
              ).label,
            ),
            n: meant.length,
          }),
          run: () => choose(act, meant),
        })),
      [meant, choose, t],
    ),
  );

  function move(by: number) {
    const at = shown.findIndex((item) => item.case === focused);
    goTo(shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)]?.case);
  }

  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: () => active && active.acts.length > 0 && choice.toggle({ ...active, id: active.case }),
    'Shift+X': onPickQuiet,
    'Shift+Enter': () => {
      const step = meant.map(stepOf).find(Boolean);
      if (step) choose(step, meant);
    },
    Enter: () => document.activeElement === document.body && goTo(active?.case),
    u: undo,
    '?': () => setHelping(true),
  });

  return (
    <>
      <UnstyledButton mt="md" mih={24} visibleFrom="sm" onClick={() => setHelping(true)}>
        <Group gap="sm">
          <Kbd size="xs">?</Kbd>
          <Text size="xs" c="dimmed">
            {t(on ? 'keys.hint' : 'keys.off')}
          </Text>
        </Group>
      </UnstyledButton>
      <Suspense fallback={null}>{helping && <KeysHelp onClose={() => setHelping(false)} />}</Suspense>
    </>
  );
}
