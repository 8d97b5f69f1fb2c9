import { Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { NewConsolidationForm } from '@/features/consolidations/new-consolidation-form';
import { paths } from '@/app/paths';

export function NewConsolidationPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Stack>
      <PageTitle>{t('consolidation.new')}</PageTitle>
      <NewConsolidationForm onCreated={({ id }) => void navigate({ to: paths.consolidation, params: { id } })} />
    </Stack>
  );
}
