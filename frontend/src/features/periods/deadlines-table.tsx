import { ActionIcon, Stack, Table, Text, Title } from '@mantine/core';
import { CircleCheck, CircleDashed, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthDeadlines } from '@/api/report-types';
import { PlainList } from '@/components/ui/plain-list';
import { usePeriodName } from '@/components/case/period-name';
import { usePhone } from '@/components/ui/use-phone';
import { plainDate, weekdayTime } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import { ListRow } from '@/components/ui/list-row';
import classes from './deadlines.module.css';
import { POINTS } from './due-points';
import { OverrideDialog } from './override-dialog';

interface DeadlinesTableProps {
  months: readonly MonthDeadlines[];
  /** The id of a confirmed month that this person may change. */
  changeable: (label: string) => string | undefined;
}

/** Twelve months with all their due points, what was moved and why, and the other reading. */
export function DeadlinesTable({ months, changeable }: DeadlinesTableProps) {
  const phone = usePhone();
  const [open, setOpen] = useState<MonthDeadlines>();
  const id = open && changeable(open.label);
  const Months = phone ? Cards : Rows;
  return (
    <>
      <Months months={months} changeable={changeable} onOpen={setOpen} />
      {open && id && <OverrideDialog key={open.label} id={id} month={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface MonthsProps extends DeadlinesTableProps {
  onOpen: (month: MonthDeadlines) => void;
}

function Rows({ months, changeable, onOpen }: MonthsProps) {
  const { t, i18n } = useTranslation();
  const periodName = usePeriodName();
  return (
    <Table.ScrollContainer minWidth={900} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table className={classes.table} aria-label={t('deadlines.table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('deadlines.month')}</Table.Th>
            {POINTS.map((point) => (
              <Table.Th key={point}>{t(`month.points.${point}`)}</Table.Th>
            ))}
            <Table.Th>{t('deadlines.notes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.map((month) => (
            <Table.Tr key={month.label}>
              <Table.Th scope="row">
                <Stack gap="xs" align="flex-start">
                  {periodName(month.label)}
                  <Confirmed month={month} />
                </Stack>
              </Table.Th>
              {POINTS.map((point) => (
                <Table.Td key={point}>{month.in_use ? weekdayTime(month[point], i18n.language) : '–'}</Table.Td>
              ))}
              <Table.Td>
                <div className={classes.notes}>
                  <Notes month={month} />
                  <Change month={month} changeable={changeable} onOpen={onOpen} />
                </div>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Cards({ months, changeable, onOpen }: MonthsProps) {
  const { t, i18n } = useTranslation();
  const periodName = usePeriodName();
  return (
    <PlainList aria-label={t('deadlines.table')}>
      {months.map((month) => (
        <ListRow key={month.label}>
          <div className={classes.notes}>
            <Stack gap="xs" align="flex-start">
              <Title order={3}>{periodName(month.label)}</Title>
              <Confirmed month={month} />
            </Stack>
            <Change month={month} changeable={changeable} onOpen={onOpen} />
          </div>
          <dl className={classes.points}>
            {POINTS.map((point) => (
              <div key={point}>
                <dt>{t(`month.points.${point}`)}</dt>
                <dd>{month.in_use ? weekdayTime(month[point], i18n.language) : '–'}</dd>
              </div>
            ))}
          </dl>
          <Notes month={month} />
        </ListRow>
      ))}
    </PlainList>
  );
}

function Confirmed({ month: { confirmed, in_use } }: { month: MonthDeadlines }) {
  const { t } = useTranslation();
  if (!in_use) return <Text size="sm">{t('firstMonth.before')}</Text>;
  const Icon = confirmed ? CircleCheck : CircleDashed;
  return <Quiet Icon={Icon}>{t(confirmed ? 'deadlines.confirmed' : 'deadlines.proposed')}</Quiet>;
}

/** What was moved and why, the day of the other reading, the reason of an override. */
function Notes({ month }: { month: MonthDeadlines }) {
  const { t } = useTranslation();
  if (!month.in_use) return null;
  const notes = [
    month.moved_from && t('deadlines.moved', { date: plainDate(month.moved_from), why: month.moved_because }),
    month.other_reading && t('deadlines.otherReading', { date: plainDate(month.other_reading) }),
    month.override_reason && `${t('month.overridden')}: ${month.override_reason}`,
  ].filter((note): note is string => Boolean(note));
  return (
    <div>
      {notes.map((note) => (
        <Text key={note} size="sm">
          {note}
        </Text>
      ))}
    </div>
  );
}

interface ChangeProps extends Pick<MonthsProps, 'changeable' | 'onOpen'> {
  month: MonthDeadlines;
}

function Change({ month, changeable, onOpen }: ChangeProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  if (!changeable(month.label)) return null;
  return (
    <ActionIcon
      variant="subtle"
      aria-label={t('deadlines.overrideTitle', { period: periodName(month.label) })}
      onClick={() => onOpen(month)}
    >
      <Pencil size={16} aria-hidden />
    </ActionIcon>
  );
}
