import { Group, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ground } from '@/api/types';

interface GroundFieldProps {
  grounds: readonly Ground[];
  ground: Ground | undefined;
  error: ReactNode;
  onChange: (ground: Ground) => void;
}

/**
 * What a report is sent back for, where the server wants that stated; nothing is chosen beforehand, since only one of them
 * may count against the unit.
 */
export function GroundField({ grounds, ground, error, onChange }: GroundFieldProps) {
  const { t } = useTranslation();
  if (grounds.length === 0) return null;
  return (
    <Radio.Group
      label={t('ground.label')}
      description={t('ground.hint')}
      required
      value={ground ?? null}
      error={error}
      onChange={(chosen) => onChange(chosen as Ground)}
    >
      <Group gap="md" my="xs">
        {grounds.map((one) => (
          <Radio key={one} value={one} label={t(`ground.${one}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}
