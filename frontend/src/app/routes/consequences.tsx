import { Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PLAN_KINDS, useCurrentPeriod } from '@/api/reference';
import { PeriodSelect } from '@/components/case/code-selects';
import { PageTitle } from '@/components/ui/page-title';
import { DecidedList } from '@/features/consequences/decided-list';

const route = getRouteApi('/frame/consequences');

export function ConsequencesPage() {
  const { t } = useTranslation();
  const current = useCurrentPeriod();
  const { year = current } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Stack maw={900}>
      <PageTitle>{t('consequences.title')}</PageTitle>
      <Text size="sm">{t('consequences.rule')}</Text>
      <PeriodSelect
        label={t('consequences.year')}
        placeholder={t('choose')}
        kinds={PLAN_KINDS}
        value={year}
        onChange={(label) => void navigate({ search: { year: label || undefined }, replace: true })}
      />
      {year && <DecidedList key={year} year={year} />}
    </Stack>
  );
}
