import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { refreshLive } from '@/api/query-client';
import { ProblemAlert } from '@/components/ui/problem-alert';

/** Takes one's own remark back while nobody has answered it; it stays to be read, struck. */
export function RemarkWithdrawal({ remarkId }: { remarkId: string }) {
  const { t } = useTranslation();
  const withdraw = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/remarks/{remark_id}/withdraw', { params: { path: { remark_id: remarkId } } })),
    onSuccess: refreshLive,
  });
  return (
    <Stack gap="sm" align="start">
      <ProblemAlert error={withdraw.error} />
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Undo2 size={16} aria-hidden />}
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate()}
      >
        {t('remark.withdraw')}
      </Button>
    </Stack>
  );
}
