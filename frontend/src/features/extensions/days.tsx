import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Extension } from '@/api/extension-types';
import { plainDate } from '@/i18n/time';

/** From which day to which, for the how manyth time, and which day it was at first. */
export function Days({ item }: { item: Extension }) {
  const { t } = useTranslation();
  const { was, on, granted_on: granted, times, original } = item;
  const asked = t('extension.days', { was: plainDate(was), on: plainDate(on) });
  return (
    <>
      <Text size="sm">
        {asked} · {t('extension.times', { n: times, original: plainDate(original) })}
      </Text>
      {granted && (
        <Text size="sm" fw={600}>
          {t(granted === on ? 'extension.grantedUntil' : 'extension.grantedOther', { day: plainDate(granted) })}
        </Text>
      )}
    </>
  );
}
