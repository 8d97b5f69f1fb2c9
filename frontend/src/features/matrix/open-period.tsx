import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshLive } from '@/api/query-client';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { toast } from '@/components/ui/toast';
import { openPeriod } from './queries';

/** Draft the reports of a period now; the server does so by itself within minutes. */
export function OpenPeriod({ period, name }: { period: string; name: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const open = useMutation({
    mutationFn: () => openPeriod(period),
    onSuccess: async ({ unit_reports: units, monitoring_reports: monitors }) => {
      toast(t('month.opened', { units, monitors }));
      setAsking(false);
      await refreshLive();
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<FolderOpen size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {t('month.open')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('month.open')}
        question={t('month.openQuestion', { period: name })}
        confirm={t('month.open')}
        loading={open.isPending}
        onConfirm={() => open.mutate()}
        onClose={() => setAsking(false)}
      >
        <ProblemAlert error={open.error} />
      </ConfirmDialog>
    </>
  );
}
