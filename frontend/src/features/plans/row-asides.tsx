import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCarriedWords } from './carried-words';
import type { RowMarks } from './row-marks';
import type { DraftRow } from './rows-draft';

/** Who answers for the row where its group or the plan says so. */
export function Inherited({ row, clear }: { row: DraftRow; clear: RowMarks['clear'] }) {
  const { t } = useTranslation();
  if (!clear) return null;
  const said = (['person', 'authority'] as const).flatMap((name) => {
    const from = clear[`${name}_from`];
    return !row[name] && (from === 'group' || from === 'plan')
      ? [`${t(`row.${name}`)}: ${clear[name]} (${t(`clarity.from.${from}`)})`]
      : [];
  });
  return said.map((line) => (
    <Text key={line} size="xs" c="dimmed" fs="italic">
      {line}
    </Text>
  ));
}

/** What became of last year's row. */
export function CarriedFrom({ carried }: { carried: RowMarks['carried'] }) {
  const { t } = useTranslation();
  const words = useCarriedWords();
  if (!carried) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('renewal.lastYear')}: {words(carried)}
    </Text>
  );
}
