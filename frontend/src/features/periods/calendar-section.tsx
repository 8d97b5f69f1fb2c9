import { Button, Group, NativeSelect, Table } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '@/components/ui/empty-note';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { plainDate, today } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import { CalendarDayForm } from './calendar-day-form';
import { calendarQuery, clearDay, refreshCalendar, seedCalendar, type CalendarDay } from './queries';

/** The days of a year that are off although Monday to Friday, or worked although not: public holidays, and what the office says. */
export function CalendarSection() {
  const { t } = useTranslation();
  const now = Number(today().slice(0, 4));
  const [year, setYear] = useState(now);
  const [adding, setAdding] = useState(false);
  const days = useQuery(calendarQuery(year));
  const seed = useMutation({ mutationFn: () => seedCalendar(year), onSuccess: refreshCalendar });
  return (
    <Section
      title={t('calendarDays.title')}
      aside={
        <Group gap="sm">
          <NativeSelect
            aria-label={t('calendarDays.year')}
            value={String(year)}
            data={[now - 1, now, now + 1].map(String)}
            onChange={(event) => setYear(Number(event.currentTarget.value))}
          />
          <Button variant="default" loading={seed.isPending} onClick={() => seed.mutate()}>
            {t('calendarDays.seed', { year })}
          </Button>
          <Button variant="default" leftSection={<CalendarPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('calendarDays.add')}
          </Button>
        </Group>
      }
    >
      <ProblemAlert error={seed.error} />
      <QueryView query={days}>
        {({ results }) => (results.length === 0 ? <EmptyNote>{t('calendarDays.none', { year })}</EmptyNote> : <Days days={results} />)}
      </QueryView>
      {adding && <CalendarDayForm onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Days({ days }: { days: readonly CalendarDay[] }) {
  const { t } = useTranslation();
  const clear = useMutation({ mutationFn: clearDay, onSuccess: refreshCalendar });
  return (
    <>
      <ProblemAlert error={clear.error} />
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('calendarDays.title')}>
          <Table.Tbody>
            {days.map((day) => (
              <Table.Tr key={day.date}>
                <Table.Td>{plainDate(day.date)}</Table.Td>
                <Table.Td>
                  <Quiet>{t(day.working ? 'calendarDays.working' : 'calendarDays.off')}</Quiet>
                </Table.Td>
                <Table.Td>{day.name}</Table.Td>
                <Table.Td>{day.source}</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    aria-label={t('calendarDays.clearOf', { day: plainDate(day.date) })}
                    onClick={() => clear.mutate(day.date)}
                  >
                    {t('calendarDays.clear')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
