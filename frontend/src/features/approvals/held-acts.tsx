import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHeld } from '@/components/ui/held';
import classes from './act-panel.module.css';

/** Buttons of acts, out of reach while they are held. */
export function HeldActs({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const held = useHeld();
  return (
    <fieldset disabled={held} className={classes.acts}>
      <Group gap="sm">
        {children}
        {held && (
          <Text size="sm" c="dimmed">
            {t('act.held')}
          </Text>
        )}
      </Group>
    </fieldset>
  );
}
