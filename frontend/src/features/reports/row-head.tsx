import { Group, Stack, Text } from '@mantine/core';
import { CalendarClock, CalendarX2, CheckCheck, CircleAlert, Clock, History, Repeat, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { ListedRow } from '@/api/report-types';
import { usePeriodName } from '@/components/case/period-name';
import { plainDate } from '@/i18n/time';
import { Quiet, Stand } from '@/components/ui/quiet';
import { shownNumber } from './numbers';
import { usePutOffWords } from './put-off-words';
import classes from './reports.module.css';
import type { Sign } from '@/components/ui/signs';

type Listing = 'listing' | 'due_on' | 'age' | 'carried_in_time' | 'overdue' | 'in_force' | 'warnings' | 'settled' | 'months';
/** What is shown of a row; an update does not say what was promised of it. */
export type HeadedRow = Pick<ListedRow, Listing | 'number' | 'text' | 'due_text' | 'product'> &
  Partial<Pick<ListedRow, 'promised' | 'beside' | 'extended'>>;

interface RowHeadProps {
  row: HeadedRow;
  /** Names the row for what belongs to it. */
  id?: string;
  /** Beside the number: the unit in charge. */
  unit?: string;
  /** In a unit's report: who answers for the row, where that is not this unit alone. */
  shared?: string;
}

/** What is to be done, by when, with which product, and why it stands in this month's report. */
export function RowHead({ row, id, unit, shared }: RowHeadProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <ListingBadges row={row} />
      <Months row={row} />
      <Text id={id} className={classes.text}>
        {row.number && <strong>{row.number}. </strong>}
        {row.text}
      </Text>
      {unit && (
        <Text size="sm">
          {t('report.lead')}: <strong>{unit}</strong>
        </Text>
      )}
      <Together beside={row.beside ?? false} first={shared} />
      <Text size="sm" c="dimmed">
        {[row.due_text && `${t('row.due_text')}: ${row.due_text}`, row.product && `${t('row.product')}: ${row.product}`]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Stack>
  );
}

/** What stands in a grid below what is to be done: why it is in the report, with which product, and who answers for it. */
export function RowAbout({ row, shared }: Pick<RowHeadProps, 'row' | 'shared'>) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" mt="xs">
      {row.product && <Text size="xs">{`${t('row.product')}: ${row.product}`}</Text>}
      <ListingBadges row={row} />
      <Months row={row} />
      <Together beside={row.beside ?? false} first={shared} />
    </Stack>
  );
}

/** Who answers for the row, where that is not the unit alone whose report it is. */
function Together({ beside, first = '' }: { beside: boolean; first?: string }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  if (beside) return <Text size="sm">{t('shares.besideRow', { unit: unitName(first) })}</Text>;
  return first.startsWith('class:') && <Text size="sm">{t('shares.together', { units: unitName(first) })}</Text>;
}

/** What the months of a longer period said of the row, and which of them settled it. */
function Months({ row: { months, settled } }: { row: HeadedRow }) {
  const { t, i18n } = useTranslation();
  const periodName = usePeriodName();
  if (months.length === 0) return null;
  const told = months.map(({ period, done, value, result }) => {
    const outcome = t(done ? 'report.done' : 'report.notDone');
    const figure = value === null ? '' : ` (${shownNumber(value, i18n.language)})`;
    return `${periodName(period)}: ${outcome}${figure}${result ? ` – ${result}` : ''}`;
  });
  return (
    <>
      {settled && <Quiet Icon={CheckCheck}>{t('report.settledIn', { period: periodName(settled) })}</Quiet>}
      <Text size="sm" className={classes.text}>
        {told.join('\n')}
      </Text>
    </>
  );
}

interface Mark {
  Icon: Sign;
  late?: boolean;
  text: string;
}

/** A function that says why a row stands in the report. */
function useListed(): (row: HeadedRow) => Mark {
  const { t } = useTranslation();
  return ({ listing, due_on, carried_in_time, age }) => {
    if (listing === 'unclear') return { Icon: History, text: t('result.unclear') };
    if (listing === 'opened') return { Icon: History, text: t('report.opened', { date: plainDate(due_on ?? '') }) };
    if (listing === 'standing') return { Icon: Repeat, text: t('report.standing') };
    if (listing === 'due') {
      return { Icon: Clock, text: due_on ? t('report.dueOn', { date: plainDate(due_on) }) : t('report.due') };
    }
    return carried_in_time ? { Icon: History, text: t('result.carriedInTime') } : { Icon: History, text: t('report.carried', { n: age }) };
  };
}

/** Why the row stands in the report, and what else is to be known of it. */
function ListingBadges({ row }: { row: HeadedRow }) {
  const { t } = useTranslation();
  const listed = useListed()(row);
  const { times, dates } = row.promised ?? { times: 0, dates: [] };
  const promised = t('report.promisedTimes', { n: times, dates: dates.map(plainDate).join(', ') });
  const putOff = usePutOffWords()(row);
  const marks = [
    listed,
    putOff !== '' && { Icon: CalendarClock, text: putOff },
    row.listing === 'due' && row.overdue && { late: true, Icon: CircleAlert, text: t('standing.overdue') },
    !row.in_force && { Icon: TriangleAlert, text: t('result.notInForce') },
    ...row.warnings.map(({ text, brief = text }) => ({ Icon: TriangleAlert, text: brief })),
    times > 0 && { Icon: CalendarX2, text: promised },
  ].filter((mark): mark is Mark => Boolean(mark));
  return (
    <Group gap="xs">
      {marks.map(({ Icon, late = false, text }) => (
        <Stand key={text} Icon={Icon} late={late}>
          {text}
        </Stand>
      ))}
    </Group>
  );
}
