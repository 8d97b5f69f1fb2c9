import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import type { Period } from '@/api/types';
import { usePeriodName } from '@/components/case/period-name';
import { DateField } from '@/components/ui/date-field';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Section } from '@/components/ui/section';
import { putSemesters, refreshDeadlines } from './queries';

/** The last day of January, where the institution says nothing else. */
const usual = (year: Period) => `${year.ends.slice(0, 4)}-01-31`;

/** On which day semester I of a school year ends, and which months each semester holds then: they are reported on whole. */
export function Semesters({ year, reported }: { year: Period; reported: boolean }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const said = year.first_semester_ends ?? usual(year);
  const [day, setDay] = useState(said);
  const save = useMutation({ mutationFn: () => putSemesters(year.id, day), onSuccess: refreshDeadlines });
  const [first, last] = [year.starts.slice(0, 7), year.ends.slice(0, 7)];
  const ends = (day || said).slice(0, 7);
  return (
    <Section title={t('semesters.title')}>
      <Stack gap="sm">
        <Group align="end">
          <DateField
            label={t('semesters.ends')}
            value={day}
            disabled={reported}
            error={reasonsAt(save.error, 'first_ends')}
            onChange={setDay}
          />
          {!reported && (
            <Button
              variant="default"
              loading={save.isPending}
              disabled={!day || day === year.first_semester_ends}
              onClick={() => save.mutate()}
            >
              {t('semesters.save')}
            </Button>
          )}
        </Group>
        <Text size="sm">
          {t('semesters.months', {
            first: periodName(first),
            ends: periodName(ends),
            next: periodName(monthAfter(ends)),
            last: periodName(last),
          })}
        </Text>
        {reported && (
          <Text size="sm" c="dimmed">
            {t('semesters.reported')}
          </Text>
        )}
        <ProblemAlert error={save.error} hideFields={['first_ends']} />
      </Stack>
    </Section>
  );
}

/** "2026-12" → "2027-01". */
function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
