import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { AdministrationPlaces } from '@/features/administration/places';
import { RightsTable } from '@/features/administration/rights-table';

export function AdministrationRightsPage() {
  const { t } = useTranslation();
  return (
    <Stack maw={1100}>
      <PageTitle>{t('rights.title')}</PageTitle>
      <AdministrationPlaces />
      <Text size="sm">{t('rights.hint')}</Text>
      <RightsTable />
    </Stack>
  );
}
