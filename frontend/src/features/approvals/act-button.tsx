import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActName } from '@/api/types';
import { lookOfAct } from '@/components/case/act-looks';

/** A step forward is filled, a step back is outlined in red. */
export function ActButton({ act, alone, onClick }: { act: ActName; alone?: boolean; onClick: () => void }) {
  const { t } = useTranslation();
  const { label, backward, Icon } = lookOfAct(act, alone);
  return (
    <Button
      variant={backward ? 'outline' : 'filled'}
      color={backward ? 'red.9' : undefined}
      leftSection={<Icon size={16} aria-hidden />}
      onClick={onClick}
    >
      {t(label)}
    </Button>
  );
}
