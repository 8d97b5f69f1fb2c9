import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shortTime } from '@/i18n/time';
import type { Kept } from './use-kept';

interface KeptNoteProps {
  kept: Kept;
  /** Another button beside it lets go of what was typed. */
  plain?: boolean;
}

/** Says that what stands in the form was typed before and never sent. */
export function KeptNote({ kept: { found, discard }, plain }: KeptNoteProps) {
  const { t } = useTranslation();
  if (!found) return null;
  return (
    <Group gap="sm" role="status" aria-label={t('kept.region')}>
      <Text size="sm" c="dimmed">
        {t('kept.restored', { at: shortTime(found.at) })}
      </Text>
      {found.overtaken && <Text size="sm">{t('kept.overtaken')}</Text>}
      {!plain && (
        <Button size="compact-xs" variant="default" onClick={discard}>
          {t('kept.discard')}
        </Button>
      )}
    </Group>
  );
}
