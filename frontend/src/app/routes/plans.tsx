import { Group, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHolds } from '@/api/reference';
import { ButtonLink } from '@/components/ui/links';
import { PageTitle } from '@/components/ui/page-title';
import { PlanFilters } from '@/features/plans/plan-filters';
import { PlanList } from '@/features/plans/plan-list';
import { paths } from '@/app/paths';

const route = getRouteApi('/frame/plans');

export function PlansPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const holdsEdit = useHolds('edit');
  const holdsConsolidate = useHolds('consolidate');
  return (
    <Stack>
      <Group justify="space-between">
        <PageTitle>{t('plan.list')}</PageTitle>
        <Group gap="xs">
          {(holdsEdit || holdsConsolidate) && (
            <ButtonLink to={paths.newPlan} preload="render">
              {t('plan.new')}
            </ButtonLink>
          )}
          {holdsEdit && (
            <ButtonLink to={paths.importPlan} preload="render" variant="default">
              {t('import.title')}
            </ButtonLink>
          )}
        </Group>
      </Group>
      <PlanFilters value={filters} onChange={(search) => void navigate({ search, replace: true })} />
      <PlanList filters={filters} />
    </Stack>
  );
}
