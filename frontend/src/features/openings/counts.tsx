import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpeningSummary } from '@/api/opening-types';

/** How many rows are asked, and how they are answered. */
export function Counts({ item }: { item: Pick<OpeningSummary, 'rows' | 'done' | 'open' | 'unclear' | 'silent'> }) {
  const { t } = useTranslation();
  return <Text size="sm">{t('openingSheet.counts', item)}</Text>;
}
