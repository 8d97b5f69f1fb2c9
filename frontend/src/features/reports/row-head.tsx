import { Badge, Group, Stack, Text } from '@mantine/core';
import { CalendarX2, CircleAlert, Clock, History, Repeat, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ListedRow } from '@/api/report-types';
import { plainDate } from '@/i18n/time';
import classes from './reports.module.css';

type Listing = 'listing' | 'due_on' | 'age' | 'carried_in_time' | 'overdue' | 'in_force' | 'warnings';
/** What is shown of a row; an update does not say what was promised of it. */
export type HeadedRow = Pick<ListedRow, Listing | 'number' | 'text' | 'due_text' | 'product'> & Partial<Pick<ListedRow, 'promised'>>;

interface RowHeadProps {
  row: HeadedRow;
  /** Names the row for what belongs to it. */
  id?: string;
  /** Beside the number: the unit in charge. */
  unit?: string;
}

/** What is to be done, by when, with which product, and why it stands in this month's report. */
export function RowHead({ row, id, unit }: RowHeadProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <ListingBadges row={row} />
      <Text id={id} className={classes.text}>
        {row.number && <strong>{row.number}. </strong>}
        {row.text}
      </Text>
      {unit && (
        <Text size="sm">
          {t('report.lead')}: <strong>{unit}</strong>
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {[row.due_text && `${t('row.due_text')}: ${row.due_text}`, row.product && `${t('row.product')}: ${row.product}`]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Stack>
  );
}

interface Mark {
  color: string;
  Icon: LucideIcon;
  text: string;
}

/** Why the row stands in the report, and what else is to be known of it. */
function ListingBadges({ row }: { row: HeadedRow }) {
  const { t } = useTranslation();
  const due = row.due_on ? t('report.dueOn', { date: plainDate(row.due_on) }) : t('report.due');
  const listed: Record<ListedRow['listing'], Mark> = {
    due: { color: 'blue', Icon: Clock, text: due },
    carried: row.carried_in_time
      ? { color: 'blue', Icon: History, text: t('result.carriedInTime') }
      : { color: 'orange', Icon: History, text: t('report.carried', { n: row.age }) },
    standing: { color: 'gray', Icon: Repeat, text: t('report.standing') },
  };
  const { times, dates } = row.promised ?? { times: 0, dates: [] };
  const promised = t('report.promisedTimes', { n: times, dates: dates.map(plainDate).join(', ') });
  const marks = [
    listed[row.listing],
    row.listing === 'due' && row.overdue && { color: 'red', Icon: CircleAlert, text: t('standing.overdue') },
    !row.in_force && { color: 'yellow', Icon: TriangleAlert, text: t('result.notInForce') },
    ...row.warnings.map(({ text }) => ({ color: 'yellow', Icon: TriangleAlert, text })),
    times > 0 && { color: 'red', Icon: CalendarX2, text: promised },
  ].filter((mark): mark is Mark => Boolean(mark));
  return (
    <Group gap={6}>
      {marks.map(({ color, Icon, text }) => (
        <Badge key={text} color={color} variant="light" className={classes.long} leftSection={<Icon size={13} aria-hidden />}>
          {text}
        </Badge>
      ))}
    </Group>
  );
}
