import { Modal, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActName } from '@/api/types';
import { lookOfAct } from '@/components/case/act-looks';
import { goToRow, rowAnchor } from '@/components/ui/row-anchor';

export interface WhyNotProps {
  opened: boolean;
  acts: readonly ActName[];
  /** Whether an act is signed by itself. */
  alone?: (act: ActName) => boolean;
  onClose: () => void;
  /** What comes next, and whom to ask. */
  next?: ReactNode;
  /** The server's reasons against an act; `onGo` leads to a row of the screen below. */
  children: (act: ActName, onGo: (row: string) => void) => ReactNode;
}

/** Each act that is not allowed now, with every reason the server gave; a reason at a row leads to it. */
export function WhyNotDialog({ opened, acts, alone, onClose, next, children }: WhyNotProps) {
  const { t } = useTranslation();
  const [goal, setGoal] = useState<string>();

  function go(row: string) {
    setGoal(row);
    onClose();
  }

  function arrive() {
    if (goal && !goToRow(goal)) window.location.hash = rowAnchor(goal); // on another part of the screen
    setGoal(undefined);
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={arrive}
      title={t('whyNot.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('whyNot.explain')}</Text>
        {next}
        {acts.map((act) => (
          <section key={act} aria-label={t(lookOfAct(act, alone?.(act)).label)}>
            <Title order={3}>{t(lookOfAct(act, alone?.(act)).label)}</Title>
            {children(act, go)}
          </section>
        ))}
      </Stack>
    </Modal>
  );
}
