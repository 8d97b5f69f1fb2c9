import { Group, NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodAt, periodsQuery, useHolds } from '@/api/reference';
import type { Period } from '@/api/types';
import { EmptyNote } from '@/components/ui/empty-note';
import { PageTitle } from '@/components/ui/page-title';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { usePeriodName } from '@/components/case/period-name';
import { CalendarSection } from '@/features/periods/calendar-section';
import { ConfirmYear } from '@/features/periods/confirm-year';
import { DeadlinesTable } from '@/features/periods/deadlines-table';
import { yearsToOffer } from '@/features/periods/due-points';
import { FirstMonth } from '@/features/periods/first-month';
import { NewPeriod } from '@/features/periods/new-period';
import { deadlinesQuery } from '@/features/periods/queries';
import { RuleForm } from '@/features/periods/rule-form';
import { Semesters } from '@/features/periods/semesters';
import { ItemsSection } from '@/features/plans/items-section';
import { today } from '@/i18n/time';

export function DeadlinesPage() {
  const { t } = useTranslation();
  const query = useQuery(periodsQuery);
  return (
    <Stack>
      <PageTitle>{t('deadlines.title')}</PageTitle>
      <QueryView query={query}>
        {(periods) => {
          const years = yearsToOffer(periods);
          if (years.length === 0) return <NoYear />;
          return <YearScreen periods={periods} years={years} />;
        }}
      </QueryView>
    </Stack>
  );
}

/** Where nothing is planned yet the office begins with a school year, and the days off that its deadlines look at. */
function NoYear() {
  const { t } = useTranslation();
  const office = useHolds('consolidate');
  return (
    <>
      <EmptyNote>{t('deadlines.noYear')}</EmptyNote>
      {office && (
        <>
          <Group>
            <NewPeriod first="school-year" />
          </Group>
          <CalendarSection />
        </>
      )}
    </>
  );
}

function YearScreen({ periods, years }: { periods: readonly Period[]; years: readonly string[] }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const office = useHolds('consolidate');
  const planned = periods.filter(({ kind }) => kind === 'school-year');
  const [year = periodAt(today(), planned) || years[0]!, setYear] = useState<string>();
  const query = useQuery(deadlinesQuery(year));
  const heard = periods.some(({ closed_at: closed }) => closed);
  const idOf = (label: string) => periods.find((period) => period.label === label && period.confirmed_at)?.id;
  return (
    <>
      <Group>
        <NativeSelect
          label={t('deadlines.year')}
          value={year}
          data={years.map((label) => ({ value: label, label: periodName(label) }))}
          onChange={(event) => setYear(event.currentTarget.value)}
        />
      </Group>
      <QueryView query={query}>
        {({ rule, months, begins }) => {
          const open = months.filter(({ confirmed, in_use }) => !confirmed && in_use).length;
          return (
            <>
              {office && <FirstMonth key={begins} begins={begins} months={months} heard={heard} />}
              <Section
                title={t('deadlines.table')}
                aside={
                  office && (
                    <Group gap="sm">
                      {open > 0 && <ConfirmYear year={year} months={open} />}
                      <NewPeriod />
                    </Group>
                  )
                }
              >
                <DeadlinesTable months={months} changeable={(label) => (office ? idOf(label) : undefined)} />
              </Section>
              {office && <CalendarSection />}
              {office && <SemestersOf key={year} year={year} periods={periods} />}
              {office && <ItemsSection year={year} />}
              {office && (
                <Section title={t('deadlines.rule')}>
                  <RuleForm key={JSON.stringify(rule)} rule={rule} />
                </Section>
              )}
            </>
          );
        }}
      </QueryView>
    </>
  );
}

/** Only a school year has semesters; they stay once one of them is reported on. */
function SemestersOf({ year, periods }: { year: string; periods: readonly Period[] }) {
  const school = periods.find(({ kind, label }) => kind === 'school-year' && label === year);
  const reported = periods.some(({ kind, label }) => kind === 'semester' && label.startsWith(year));
  return school ? <Semesters year={school} reported={reported} /> : null;
}
