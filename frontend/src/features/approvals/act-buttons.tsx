import { ActionIcon, Group } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActName } from '@/api/types';
import { lookOfAct } from '@/components/case/act-looks';
import { usePhone } from '@/components/ui/use-phone';
import { ActButton } from './act-button';
import classes from './act-panel.module.css';

interface ActButtonsProps {
  acts: readonly ActName[];
  alone: (act: ActName) => boolean;
  onChoose: (act: ActName) => void;
  /** What else can be asked for here. */
  children: ReactNode;
}

/** The acts; on a phone the step forward is the big one, returning stands beside it, all else is one tap away. */
export function ActButtons({ acts, alone, onChoose, children }: ActButtonsProps) {
  const { t } = useTranslation();
  const [more, setMore] = useState(false);
  const phone = usePhone();
  const next = acts.find((act) => !lookOfAct(act).backward);
  const button = (act: ActName) => <ActButton key={act} act={act} quiet={act !== next} alone={alone(act)} onClick={() => onChoose(act)} />;
  if (!phone) {
    return (
      <>
        {acts.map(button)}
        {children}
      </>
    );
  }
  const first = acts
    .filter((act) => act === 'return' || !lookOfAct(act).backward)
    .toSorted((a, b) => Number(a === 'return') - Number(b === 'return'));
  return (
    <>
      <div className={classes.thumb}>
        {first.map(button)}
        <ActionIcon size="xl" variant="default" aria-label={t('act.more')} aria-expanded={more} onClick={() => setMore(!more)}>
          <Ellipsis size={16} aria-hidden />
        </ActionIcon>
      </div>
      {more && (
        <Group gap="sm">
          {acts.filter((act) => !first.includes(act)).map(button)}
          {children}
        </Group>
      )}
    </>
  );
}
