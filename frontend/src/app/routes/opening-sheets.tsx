import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { SheetList } from '@/features/openings/sheet-list';

export function OpeningSheetsPage() {
  const { t } = useTranslation();
  return (
    <Stack maw={900}>
      <PageTitle>{t('openingSheet.list')}</PageTitle>
      <Text size="sm">{t('openingSheet.listRule')}</Text>
      <SheetList />
    </Stack>
  );
}
