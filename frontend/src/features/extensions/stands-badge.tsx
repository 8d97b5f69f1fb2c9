import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Extension } from '@/api/extension-types';

const COLORS = { open: 'blue', granted: 'green', declined: 'red', discarded: 'gray' } as const;

export function StandsBadge({ stands }: Pick<Extension, 'stands'>) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={COLORS[stands]}>
      {t(`extension.stands.${stands}`)}
    </Badge>
  );
}
