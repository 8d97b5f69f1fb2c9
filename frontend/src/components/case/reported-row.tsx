import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { ReportedRow as Row } from '@/api/meeting-types';
import { EvidenceList } from './evidence-list';
import { RowBadges } from './row-badges';
import { differs, Shares } from './shares';
import { plainDate } from '@/i18n/time';
import classes from './reported-row.module.css';

interface ReportedRowProps {
  row: Row;
  /** The title of its plan, where the row is shown away from it. */
  plan?: string;
  /** Beside the row: a choice, an update that came later. */
  children?: ReactNode;
}

/** A row of a report: what, whose, until when, what came of it, and the proof one click away. */
export function ReportedRow({ row, plan, children }: ReportedRowProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <li className={classes.row} data-open={row.done === true ? undefined : true}>
      <RowBadges row={row} />
      <p className={classes.text}>
        {row.number && `${row.number}. `}
        {row.text}
      </p>
      <p className={classes.about}>
        {[unitName(row.unit), row.due_text && t('meeting.dueText', { text: row.due_text }), plan].filter(Boolean).join(' · ')}
      </p>
      <Shares row={row} />
      <Told row={row} />
      <EvidenceList items={row.evidence} />
      {((row.word?.done === true && row.done === false) || differs(row)) && (
        <Text fz="inherit" fw={600} c="var(--late-text)">
          {t('meeting.contradiction')}
        </Text>
      )}
      {children}
    </li>
  );
}

/** Result, cause, remedy with the day promised, the day expected; what is empty is left out. */
function Told({ row }: { row: Row }) {
  const { t } = useTranslation();
  const promised = row.promised_on && t('meeting.promised', { date: plainDate(row.promised_on) });
  const told: [string, string][] = [
    [t('report.completed_on'), row.completed_on ? plainDate(row.completed_on) : ''],
    [t('meeting.result'), [row.result, row.value].filter(Boolean).join(' – ')],
    [t('meeting.cause'), row.cause],
    [t('meeting.remedy'), [row.remedy, promised].filter(Boolean).join(' – ')],
    [t('meeting.expected'), row.expected_on ? plainDate(row.expected_on) : ''],
  ];
  const said = told.filter(([, words]) => words);
  if (said.length === 0) return null;
  return (
    <dl className={classes.told}>
      {said.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
