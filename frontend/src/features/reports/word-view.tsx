import { Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Word } from '@/api/report-types';
import { EvidenceList } from '@/components/case/evidence-list';
import { plainDate } from '@/i18n/time';
import { shownNumber } from './numbers';
import classes from './reports.module.css';

/** What was said of a row, to read: only what was said. */
export function WordView({ word, silent }: { word: Word; silent: string }) {
  const { t, i18n } = useTranslation();
  const lines: [string, ReactNode][] = [
    [t('report.completed_on'), word.completed_on && plainDate(word.completed_on)],
    [t('report.result'), word.result],
    [t('report.number'), word.value !== null && shownNumber(word.value, i18n.language)],
    [t('report.cause'), word.cause],
    [t('report.remedy'), word.remedy],
    [t('report.promised_on'), word.promised_on && plainDate(word.promised_on)],
    [t('report.expected_on'), word.expected_on && plainDate(word.expected_on)],
    [t('evidence.label'), word.evidence.length > 0 && <EvidenceList items={word.evidence} />],
  ];
  const said = lines.filter(([, value]) => Boolean(value));
  if (said.length === 0)
    return word.done === null ? (
      <Text size="sm" c="dimmed">
        {silent}
      </Text>
    ) : null;
  return (
    <dl className={classes.word}>
      {said.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
