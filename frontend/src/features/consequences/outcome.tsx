import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Quiet } from '@/components/ui/quiet';

/** What the leadership decided, and why. */
export function Outcome({ applied, reason }: { applied: boolean | null; reason: string }) {
  const { t } = useTranslation();
  if (applied === null) {
    return <Quiet>{t('consequences.undecided')}</Quiet>;
  }
  return (
    <Group gap="sm">
      <Quiet>{t(applied ? 'consequences.applied' : 'consequences.notApplied')}</Quiet>
      <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{reason}</span>
    </Group>
  );
}
