import { Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { AdministrationPlaces } from '@/features/administration/places';
import { RightsTable } from '@/features/administration/rights-table';

export function AdministrationRightsPage() {
  const { t } = useTranslation();
  const [people, setPeople] = useState(false);
  return (
    <Stack maw={1100}>
      <PageTitle>{t('rights.title')}</PageTitle>
      <AdministrationPlaces />
      <Text size="sm">{t('rights.hint')}</Text>
      <Switch label={t('rights.byPerson')} checked={people} onChange={(event) => setPeople(event.currentTarget.checked)} />
      <RightsTable people={people} />
    </Stack>
  );
}
