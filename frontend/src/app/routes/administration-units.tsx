import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { AdministrationPlaces } from '@/features/administration/places';
import { UnitForm } from '@/features/administration/unit-form';
import { UnitList } from '@/features/administration/unit-list';
import { UnitLists } from '@/features/administration/unit-lists';

export function AdministrationUnitsPage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <PageTitle>{t('admin.units')}</PageTitle>
        <Button onClick={() => setAdding(true)}>{t('admin.addUnit')}</Button>
      </Group>
      <AdministrationPlaces />
      <UnitLists />
      <UnitList />
      {adding && <UnitForm onClose={() => setAdding(false)} />}
    </Stack>
  );
}
