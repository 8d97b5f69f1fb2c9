import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHolds } from '@/api/reference';
import { PageTitle } from '@/components/ui/page-title';
import { AdministrationPlaces } from '@/features/administration/places';
import { EnterInspection } from '@/features/inspections/enter-form';
import { InspectionList } from '@/features/inspections/list';

export function InspectionsPage() {
  const { t } = useTranslation();
  const staffs = useHolds('staff');
  const [adding, setAdding] = useState(false);
  return (
    <Stack maw={900}>
      {staffs && <AdministrationPlaces />}
      <Group justify="space-between">
        <PageTitle>{t('inspection.list')}</PageTitle>
        {staffs && <Button onClick={() => setAdding(true)}>{t('inspection.add')}</Button>}
      </Group>
      <Text size="sm">{t('inspection.rule')}</Text>
      <InspectionList />
      {adding && <EnterInspection onClose={() => setAdding(false)} />}
    </Stack>
  );
}
