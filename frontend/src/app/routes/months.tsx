import { Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { meQuery, periodsQuery, useHolds } from '@/api/reference';
import type { Matrix } from '@/api/report-types';
import type { Period } from '@/api/types';
import { EmptyNote } from '@/components/ui/empty-note';
import { ButtonLink } from '@/components/ui/links';
import { NewChanges } from '@/components/ui/new-changes';
import { PageTitle } from '@/components/ui/page-title';
import { usePeriodName } from '@/components/case/period-name';
import { QueryView, Refusal } from '@/components/ui/query-view';
import { changedLines, useSteady } from '@/components/ui/steady';
import { Section } from '@/components/ui/section';
import { DuePoints } from '@/features/matrix/due-points';
import { Openings } from '@/features/periods/openings';
import { MonthTable } from '@/features/matrix/month-table';
import { OpenPeriod } from '@/features/matrix/open-period';
import { OwnReports } from '@/features/matrix/own-reports';
import { PeriodChoice } from '@/features/matrix/period-choice';
import { currentOf, isYear, reportedOn } from '@/features/matrix/periods';
import { matrixQuery } from '@/features/matrix/queries';
import { Reminder } from '@/features/matrix/reminder';
import { Totals } from '@/features/matrix/totals';
import { YearTable } from '@/features/matrix/year-table';
import { today } from '@/i18n/time';
import { paths } from '@/app/paths';

const route = getRouteApi('/frame/months/$label');

/** The period that today is in. */
export function MonthsPage() {
  const query = useQuery(periodsQuery);
  return (
    <QueryView query={query} wholePage>
      {(periods) => {
        const current = currentOf(
          reportedOn(periods).filter((period) => !isYear(period)),
          today(),
        );
        return current ? <MonthScreen periods={periods} period={current} /> : <NothingYet />;
      }}
    </QueryView>
  );
}

/** The period that the address names. */
export function MonthPage() {
  const { label } = route.useParams();
  const query = useQuery(periodsQuery);
  return (
    <QueryView query={query} wholePage>
      {(periods) => {
        const period = periods.find((known) => known.label === label);
        if (!period) return <Refusal error={new Problem(404)} wholePage onRetry={() => void query.refetch()} />;
        return <MonthScreen periods={periods} period={period} />;
      }}
    </QueryView>
  );
}

function NothingYet() {
  const { t } = useTranslation();
  const office = useHolds('consolidate');
  return (
    <Stack>
      <PageTitle>{t('month.title')}</PageTitle>
      <EmptyNote>{t('month.none')}</EmptyNote>
      {office && (
        <Group>
          <ButtonLink to={paths.deadlines}>{t('deadlines.title')}</ButtonLink>
        </Group>
      )}
    </Stack>
  );
}

function MonthScreen({ periods, period }: { periods: readonly Period[]; period: Period }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const periodName = usePeriodName();
  const query = useQuery(matrixQuery(period.id));
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <PageTitle>{`${t('month.title')} – ${periodName(period.label)}`}</PageTitle>
        <PeriodChoice
          years={periods.filter(isYear)}
          periods={reportedOn(periods).filter((other) => !isYear(other))}
          value={period.label}
          onChange={(label) => void navigate({ to: paths.month, params: { label } })}
        />
      </Group>
      <QueryView query={query}>
        {(matrix) => (isYear(period) ? <YearView matrix={matrix} /> : <MonthView matrix={matrix} period={period} />)}
      </QueryView>
    </Stack>
  );
}

function YearView({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation();
  if (matrix.months.length === 0) return <EmptyNote>{t('month.none')}</EmptyNote>;
  return (
    <Section title={t('month.matrix')}>
      <YearTable matrix={matrix} />
    </Section>
  );
}

const changesOf = (shown: Matrix, fresh: Matrix) => changedLines(shown.units, fresh.units, ({ unit }) => unit);

function MonthView({ matrix: fresh, period }: { matrix: Matrix; period: Period }) {
  const { t } = useTranslation();
  const { shown: matrix, changes, show } = useSteady(fresh, changesOf, period.id);
  const { data: me } = useQuery(meQuery);
  const [total] = matrix.totals;
  return (
    <>
      <OwnReports matrix={matrix} units={me?.permissions.edit ?? []} period={period.label} />
      <Section title={t('month.duePoints')}>
        <DuePoints period={period} />
        {!period.closed_at && <MonthTools matrix={matrix} period={period} />}
      </Section>
      <Openings period={period} />
      <Section title={t('month.matrix')}>
        <NewChanges n={changes} onShow={show} />
        {total && <Totals total={total} />}
        <MonthTable matrix={matrix} />
      </Section>
    </>
  );
}

/** What can be done for a month that is under way: draft its reports, ask for those that are owed. */
function MonthTools({ matrix, period }: { matrix: Matrix; period: Period }) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const office = useHolds('consolidate');
  const periodName = usePeriodName();
  const monitors = matrix.units.filter(({ unit, cells: [cell] }) => cell?.monitoring && me?.permissions.edit.includes(unit));
  return (
    <Group gap="sm">
      {office && <OpenPeriod period={period.id} name={periodName(period.label)} />}
      {office && <Reminder period={period.id} to="monitors" label={t('month.remindMonitors')} />}
      {monitors.map(({ unit, name }) => (
        <Reminder
          key={unit}
          period={period.id}
          to="units"
          unit={unit}
          label={monitors.length > 1 ? t('month.remindUnitsOf', { unit: name }) : t('month.remindUnits')}
        />
      ))}
    </Group>
  );
}
