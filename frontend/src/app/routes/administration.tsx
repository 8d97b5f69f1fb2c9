import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { InstitutionSection } from '@/features/administration/institution-section';
import { AdministrationPlaces } from '@/features/administration/places';
import { SetupSteps } from '@/features/administration/setup-steps';

export function AdministrationPage() {
  const { t } = useTranslation();
  return (
    <Stack maw={900}>
      <PageTitle>{t('admin.title')}</PageTitle>
      <AdministrationPlaces />
      <SetupSteps />
      <InstitutionSection />
    </Stack>
  );
}
