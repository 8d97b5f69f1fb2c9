import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FilePlus2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { refreshLive } from '@/api/query-client';
import { ProblemAlert } from '@/components/ui/problem-alert';

/** The office begins to write down what the meeting concludes. */
export function StartConclusions({ meeting }: { meeting: string }) {
  const { t } = useTranslation();
  const start = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/meetings/{meeting_id}/conclusions', { params: { path: { meeting_id: meeting } } })),
    onSuccess: refreshLive,
  });
  return (
    <Stack gap="md">
      <Text fz="inherit">{t('conclusions.startHint')}</Text>
      <ProblemAlert error={start.error} />
      <Group>
        <Button leftSection={<FilePlus2 size={16} aria-hidden />} loading={start.isPending} onClick={() => start.mutate()}>
          {t('conclusions.start')}
        </Button>
      </Group>
    </Stack>
  );
}
