import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { HandoverList } from '@/features/handovers/handover-list';
import { NewHandover } from '@/features/handovers/new-handover';

export function HandoversPage() {
  const { t } = useTranslation();
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <PageTitle>{t('handover.list')}</PageTitle>
        <NewHandover />
      </Group>
      <Text size="sm">{t('handover.rule')}</Text>
      <HandoverList />
    </Stack>
  );
}
