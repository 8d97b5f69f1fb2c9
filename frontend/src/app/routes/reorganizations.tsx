import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHolds } from '@/api/reference';
import { PageTitle } from '@/components/ui/page-title';
import { AdministrationPlaces } from '@/features/administration/places';
import { EnterForm } from '@/features/reorganizations/enter-form';
import { ReorganizationList } from '@/features/reorganizations/list';

export function ReorganizationsPage() {
  const { t } = useTranslation();
  const staffs = useHolds('staff');
  const [adding, setAdding] = useState(false);
  return (
    <Stack maw={900}>
      {staffs && <AdministrationPlaces />}
      <Group justify="space-between">
        <PageTitle>{t('reorganization.list')}</PageTitle>
        {staffs && <Button onClick={() => setAdding(true)}>{t('reorganization.add')}</Button>}
      </Group>
      <Text size="sm">{t('reorganization.rule')}</Text>
      <ReorganizationList />
      {adding && <EnterForm onClose={() => setAdding(false)} />}
    </Stack>
  );
}
