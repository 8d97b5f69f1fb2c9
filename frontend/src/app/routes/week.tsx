import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WeekAsked } from '@/api/week-types';
import { paths } from '@/app/paths';
import { ButtonLink } from '@/components/ui/links';
import { PageTitle } from '@/components/ui/page-title';
import { QueryView } from '@/components/ui/query-view';
import { weekQuery } from '@/features/weeks/queries';
import { WeekView } from '@/features/weeks/week-view';
import { plainDate } from '@/i18n/time';

const route = getRouteApi('/frame/week');

export function WeekPage() {
  const { t } = useTranslation();
  const { week: asked = 'this' } = route.useSearch();
  const narrow = route.useNavigate();
  const query = useQuery(weekQuery(asked));
  const weeks = (['this', 'next'] as const).map((value) => ({ value, label: t(`week.weeks.${value}`) }));
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <PageTitle>{t('week.title')}</PageTitle>
        <ButtonLink to={paths.handovers} variant="default">
          {t('handover.list')}
        </ButtonLink>
      </Group>
      <Text size="sm">{t('week.rule')}</Text>
      <SegmentedControl
        aria-label={t('week.choose')}
        data={weeks}
        value={asked}
        onChange={(value) => void narrow({ search: { week: (value as WeekAsked) === 'next' ? 'next' : undefined }, replace: true })}
      />
      <QueryView query={query}>
        {(week) => (
          <>
            <Text fw={600}>{t('week.span', { starts: plainDate(week.starts), ends: plainDate(week.ends) })}</Text>
            <WeekView week={week} after={asked === 'next'} />
          </>
        )}
      </QueryView>
    </Stack>
  );
}
