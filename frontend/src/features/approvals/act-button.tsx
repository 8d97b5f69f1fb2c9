import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActName } from '@/api/types';
import { lookOfAct } from '@/components/case/act-looks';

interface ActButtonProps {
  act: ActName;
  alone?: boolean;
  /** Another one is what waits for the reader. */
  quiet?: boolean;
  /** Where it is for some of what was picked: for how many of how many. */
  some?: { n: number; of: number };
  onClick: () => void;
}

/** A step forward is filled: it waits for whoever sees it. */
export function ActButton({ act, alone, quiet = false, some, onClick }: ActButtonProps) {
  const { t } = useTranslation();
  const { label, backward, Icon } = lookOfAct(act, alone);
  return (
    <Button variant={backward || quiet ? 'default' : 'filled'} leftSection={<Icon size={16} aria-hidden />} onClick={onClick}>
      {some ? t('act.forSome', { act: t(label), ...some }) : t(label)}
    </Button>
  );
}
