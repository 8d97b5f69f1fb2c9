import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What the leadership decided, and why. */
export function Outcome({ applied, reason }: { applied: boolean | null; reason: string }) {
  const { t } = useTranslation();
  if (applied === null) {
    return (
      <Badge variant="outline" color="gray.8" size="lg">
        {t('consequences.undecided')}
      </Badge>
    );
  }
  return (
    <Group gap="xs">
      <Badge variant="light" color={applied ? 'red' : 'gray'} size="lg">
        {t(applied ? 'consequences.applied' : 'consequences.notApplied')}
      </Badge>
      <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{reason}</span>
    </Group>
  );
}
