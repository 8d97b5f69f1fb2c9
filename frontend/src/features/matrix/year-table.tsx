import { Group, Table, Text } from '@mantine/core';
import { CalendarX2, FileSearch, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Matrix, MatrixCell, MatrixRow, ReportStatus } from '@/api/report-types';
import { TextLink } from '@/components/ui/links';
import { usePeriodName } from '@/components/case/period-name';
import { lookOfStatus } from '@/components/case/report-status';
import { shortPeriod } from '@/i18n/periods';
import classes from './matrix.module.css';
import { percent } from './percent';
import { standOfAll, type StandShown } from './stand-shown';

const STATUSES: readonly ReportStatus[] = ['on-time', 'late', 'missing', 'pending', 'nothing-due'];

/** Months × units: in each cell the unit's own report, and the one that it owes as a monitoring unit. */
export function YearTable({ matrix }: { matrix: Matrix }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Legend />
      <Table.ScrollContainer minWidth={700} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table data-wide horizontalSpacing={6} aria-label={t('month.matrix')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.unit}>{t('plan.unit')}</Table.Th>
              <Table.Th className={classes.rate}>{t('month.completenessShort')}</Table.Th>
              <Table.Th className={classes.rate}>{t('month.onTimeShort')}</Table.Th>
              {matrix.months.map(({ label }) => (
                <Table.Th key={label}>
                  <TextLink to="/months/$label" params={{ label }} size="sm">
                    {shortPeriod(label)}
                  </TextLink>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {matrix.units.map((row) => (
              <UnitRow key={row.unit} row={row} />
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <TotalRow label={t('month.completeness')} values={matrix.totals.map((total) => percent(total.completeness, i18n.language))} />
            <TotalRow label={t('month.onTimeRate')} values={matrix.totals.map((total) => percent(total.on_time_rate, i18n.language))} />
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <Group gap="md">
      {STATUSES.map((status) => {
        const { Icon, label, late } = lookOfStatus(status);
        return (
          <Group key={status} gap="xs">
            <span className={classes.mark} data-late={late || undefined}>
              <Icon size={16} aria-hidden />
            </span>
            <Text size="sm">{t(label)}</Text>
          </Group>
        );
      })}
      {(['waiting', 'returned', 'after'] as const).map((stand) => (
        <Group key={stand} gap="xs">
          <StandMark stand={stand} />
          <Text size="sm">{t(`month.stand.${stand}`)}</Text>
        </Group>
      ))}
      <Text size="sm">{t('month.legend')}</Text>
    </Group>
  );
}

function UnitRow({ row }: { row: MatrixRow }) {
  const { i18n } = useTranslation();
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.unit}>
        {row.name}
      </Table.Th>
      <Table.Td className={classes.rate}>{percent(row.completeness, i18n.language)}</Table.Td>
      <Table.Td className={classes.rate}>{percent(row.on_time_rate, i18n.language)}</Table.Td>
      {row.cells.map((cell) => (
        <Table.Td key={cell.period}>
          <Marks cell={cell} unit={row.unit} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Marks({ cell: { reports, monitoring, period }, unit }: { cell: MatrixCell; unit: string }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const named = (what: string, status: ReportStatus, stand: StandShown | null) =>
    `${what}, ${periodName(period)}: ${[t(lookOfStatus(status).label), ...(stand ? [t(`month.stand.${stand}`)] : [])].join('; ')}`;
  const stand = standOfAll(reports?.parts ?? []);
  const own = standOfAll([monitoring]);
  const seen = reports?.parts.some((part) => part.case !== null);
  return (
    <div className={classes.marks}>
      {reports && (
        <Mark status={reports.status} stand={stand} name={named(t('month.unitReports'), reports.status, stand)}>
          {seen
            ? (mark) => (
                <TextLink to="/sheets/$period/$unit" params={{ period, unit }}>
                  {mark}
                </TextLink>
              )
            : undefined}
        </Mark>
      )}
      {monitoring && (
        <Mark
          status={monitoring.status}
          stand={own}
          name={named(t('month.monitoringReport'), monitoring.status, own)}
          letter={t('month.monitoringLetter')}
        >
          {monitoring.case
            ? (mark) => (
                <TextLink to="/reports/$id" params={{ id: monitoring.case! }}>
                  {mark}
                </TextLink>
              )
            : undefined}
        </Mark>
      )}
    </div>
  );
}

const STANDS = { waiting: FileSearch, returned: RotateCcw, after: CalendarX2 } as const;

/** The same pictures stand in the legend. */
function StandMark({ stand }: { stand: StandShown }) {
  const Icon = STANDS[stand];
  return <Icon size={16} aria-hidden className={classes.stand} data-stand={stand} />;
}

interface MarkProps {
  status: ReportStatus;
  /** What the month's own table says beside the status. */
  stand: StandShown | null;
  /** The whole of it, for hovering and for those who do not see it. */
  name: string;
  letter?: string;
  children: ((mark: React.ReactNode) => React.ReactNode) | undefined;
}

function Mark({ status, stand, name, letter, children }: MarkProps) {
  const { Icon, late } = lookOfStatus(status);
  const mark = (
    <span className={classes.mark} data-late={late || undefined} role="img" aria-label={name} title={name}>
      <Icon size={16} aria-hidden />
      {letter && <span aria-hidden>{letter}</span>}
      {stand && <StandMark stand={stand} />}
    </span>
  );
  return children ? children(mark) : mark;
}

function TotalRow({ label, values }: { label: string; values: readonly string[] }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.unit}>
        {label}
      </Table.Th>
      <Table.Td colSpan={2} />
      {values.map((value, at) => (
        <Table.Td key={at}>{value}</Table.Td>
      ))}
    </Table.Tr>
  );
}
