import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { FindingRow } from '@/api/report-types';
import { EvidenceList } from '@/components/case/evidence-list';
import { lookOfResult } from '@/components/case/row-result';
import { Shares } from '@/components/case/shares';
import { plainDate } from '@/i18n/time';
import { OutcomeBadge } from './outcome-badge';
import { usePutOffWords } from './put-off-words';

/** What was done: content, unit, result, the proof one click away. */
export function DoneRow({ row }: { row: FindingRow }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <li>
      {row.text} – {unitName(row.unit)}
      {row.self && ` (${t('result.self').toLowerCase()})`}
      {row.completed_on && ` (${t(lookOfResult(row).label).toLowerCase()}, ${plainDate(row.completed_on)})`}
      {row.result && `: ${row.result}`}
      <Shares row={row} />
      <EvidenceList items={row.evidence} />
    </li>
  );
}

/** What was not: content, unit, cause and remedy, or the day it is expected while there is time. */
export function OpenRow({ row, n }: { row: FindingRow; n: number }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const said = (['result', 'cause', 'remedy'] as const).filter((field) => row[field]);
  const days = (['promised_on', 'expected_on'] as const).filter((field) => row[field]);
  const putOff = usePutOffWords()(row);
  const lines = [
    ...(putOff ? [putOff] : []),
    ...said.map((field) => `${t(`report.${field}`)}: ${row[field]}`),
    ...days.map((field) => `${t(`report.${field}`)}: ${plainDate(row[field]!)}`),
  ];
  return (
    <li>
      ({n}) {t('report.content')}: {row.text} – {t('report.lead')}: {unitName(row.unit)}
      {row.self && ` (${t('result.self').toLowerCase()})`} <OutcomeBadge word={row} silent={t('result.silent')} />
      <Shares row={row} />
      {lines.map((line) => (
        <Text key={line} inherit>
          {line}
        </Text>
      ))}
      {!row.word && !row.self && <Text inherit>{t('report.silentUnit')}</Text>}
    </li>
  );
}
