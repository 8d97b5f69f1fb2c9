import { Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '@/app/paths';
import { PageTitle } from '@/components/ui/page-title';
import { BeginHandover } from '@/features/handovers/begin-handover';
import { HandoverList } from '@/features/handovers/handover-list';

export function HandoversPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <PageTitle>{t('handover.list')}</PageTitle>
        <BeginHandover onBegun={({ id }) => void navigate({ to: paths.handover, params: { id } })} />
      </Group>
      <Text size="sm">{t('handover.rule')}</Text>
      <HandoverList />
    </Stack>
  );
}
