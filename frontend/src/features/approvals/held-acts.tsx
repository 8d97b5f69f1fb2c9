import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './act-panel.module.css';

interface HeldActsProps {
  /** Something that was typed is not at the server yet: nobody signs what is not what they see. */
  held: boolean;
  children: ReactNode;
}

/** Buttons of acts. While they are held they stay where they are, out of reach: the screen does not jump with every save. */
export function HeldActs({ held, children }: HeldActsProps) {
  const { t } = useTranslation();
  return (
    <fieldset disabled={held} className={classes.acts}>
      <Group gap="xs">
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
