import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/reference';
import { PageTitle } from '@/components/ui/page-title';
import { NewPlanForm } from '@/features/plans/new-plan-form';
import { paths } from '@/app/paths';

export function NewPlanPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <Stack>
      <PageTitle>{t('plan.new')}</PageTitle>
      <NewPlanForm me={me} onCreated={({ id }) => void navigate({ to: paths.plan, params: { id } })} />
    </Stack>
  );
}
