import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { confirmYear, refreshDeadlines } from './queries';

/** Confirm all months of a year that nobody confirmed yet. */
export function ConfirmYear({ year, months }: { year: string; months: number }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const confirm = useMutation({
    mutationFn: () => confirmYear(year),
    onSuccess: async () => {
      setAsking(false);
      await refreshDeadlines();
    },
  });
  return (
    <>
      <Button leftSection={<CalendarCheck size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {t('deadlines.confirm', { n: months })}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('deadlines.confirm', { n: months })}
        question={t('deadlines.confirmQuestion', { year, n: months })}
        confirm={t('deadlines.confirmYes')}
        loading={confirm.isPending}
        onConfirm={() => confirm.mutate()}
        onClose={() => setAsking(false)}
      >
        <ProblemAlert error={confirm.error} />
      </ConfirmDialog>
    </>
  );
}
