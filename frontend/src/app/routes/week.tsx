import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '@/app/paths';
import { ButtonLink } from '@/components/ui/links';
import { PageTitle } from '@/components/ui/page-title';
import { QueryView } from '@/components/ui/query-view';
import { weekQuery, type WhichWeek } from '@/features/weeks/queries';
import { WeekList } from '@/features/weeks/week-list';
import { plainDate } from '@/i18n/time';

export function WeekPage() {
  const { t } = useTranslation();
  const [which, setWhich] = useState<WhichWeek>('this');
  const query = useQuery(weekQuery(which));
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <PageTitle>{t('week.title')}</PageTitle>
        <ButtonLink to={paths.handovers} variant="default">
          {t('handover.list')}
        </ButtonLink>
      </Group>
      <SegmentedControl
        aria-label={t('week.which')}
        value={which}
        data={(['this', 'next'] as const).map((value) => ({ value, label: t(`week.weeks.${value}`) }))}
        onChange={(value) => setWhich(value as WhichWeek)}
      />
      <QueryView query={query}>
        {(week) => (
          <>
            <Text size="sm">{t('week.until', { from: plainDate(week.starts), to: plainDate(week.ends) })}</Text>
            <WeekList week={week} />
          </>
        )}
      </QueryView>
    </Stack>
  );
}
