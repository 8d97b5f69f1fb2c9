import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthDeadlines } from '@/api/report-types';
import { usePeriodName } from '@/components/case/period-name';
import { TextLink } from '@/components/ui/links';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Section } from '@/components/ui/section';
import { putFirstMonth, refreshDeadlines } from './queries';

interface FirstMonthProps {
  /** The first day that is reported on; null: every month is. */
  begins: string | null;
  months: readonly MonthDeadlines[];
  /** A month has been heard: who has reported here before is not asked since when. */
  heard: boolean;
}

/** From which month on the institution reports here: nothing before it is due, missing or late. */
export function FirstMonth({ begins, months, heard }: FirstMonthProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const [changing, setChanging] = useState(false);
  if (!begins && heard) return null;
  return (
    <Section title={t('firstMonth.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('firstMonth.rule')}</Text>
        {begins && (
          <Group gap="md">
            <Text fw={600}>{t('firstMonth.since', { month: periodName(begins.slice(0, 7)) })}</Text>
            <TextLink to="/opening-sheets">{t('openingSheet.list')}</TextLink>
            {!changing && (
              <Button size="xs" variant="default" onClick={() => setChanging(true)}>
                {t('firstMonth.change')}
              </Button>
            )}
          </Group>
        )}
        {(!begins || changing) && <Choice begins={begins} months={months} onDone={() => setChanging(false)} />}
      </Stack>
    </Section>
  );
}

/** The first month whose reports units can still hand in. */
function nextToReport(months: readonly MonthDeadlines[]): string {
  const open = months.find(({ unit_due_at }) => new Date(unit_due_at) > new Date());
  return (open ?? months[0]!).label;
}

function Choice({ begins, months, onDone }: Omit<FirstMonthProps, 'heard'> & { onDone: () => void }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const labels = months.map(({ label }) => label);
  const [month, setMonth] = useState(begins?.slice(0, 7) ?? nextToReport(months));
  const save = useMutation({
    mutationFn: () => putFirstMonth(month),
    onSuccess: async () => {
      await refreshDeadlines();
      onDone();
    },
  });
  return (
    <>
      <Group align="end">
        <NativeSelect
          label={t('firstMonth.month')}
          data={labels.map((label) => ({ value: label, label: periodName(label) }))}
          value={month}
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
        <Button variant="filled" loading={save.isPending} onClick={() => save.mutate()}>
          {t('firstMonth.save')}
        </Button>
      </Group>
      <ProblemAlert error={save.error} />
    </>
  );
}
