import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface CellChoiceProps {
  /** What somebody else has put there. */
  theirs: string;
  onTake: (take: 'mine' | 'theirs') => void;
}

/** Two have written into one cell: the other one's words stand below one's own until somebody chooses. */
export function CellChoice({ theirs, onTake }: CellChoiceProps) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t('grid.clash')}>
      <Text size="xs" fw={600}>
        {t('grid.theirs', { text: theirs || t('grid.nothing') })}
      </Text>
      <Group gap="xs">
        <Button size="compact-xs" variant="default" onClick={() => onTake('mine')}>
          {t('grid.keepMine')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onTake('theirs')}>
          {t('grid.takeTheirs')}
        </Button>
      </Group>
    </div>
  );
}
