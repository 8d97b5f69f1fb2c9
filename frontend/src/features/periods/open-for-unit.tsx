import { Button, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { LockOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import type { Period } from '@/api/types';
import { UnitSelect } from '@/components/case/code-selects';
import { usePeriodName } from '@/components/case/period-name';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { toast } from '@/components/ui/toast';
import { openForUnit, refreshDeadlines } from './queries';

/** The office opens a closed period for one unit until a day, with a reason. */
export function OpenForUnit({ period }: { period: Period }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<LockOpen size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {t('opening.open')}
      </Button>
      {asking && <OpenDialog period={period} onClose={() => setAsking(false)} />}
    </>
  );
}

const BLANK = { unit: '', until: '', reason: '' };

function OpenDialog({ period, onClose }: { period: Period; onClose: () => void }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const [draft, setDraft] = useState(BLANK);
  const change = (part: Partial<typeof BLANK>) => setDraft({ ...draft, ...part });
  const send = useMutation({
    mutationFn: () => openForUnit(period.id, { ...draft, reason: draft.reason.trim() }),
    onSuccess: async ({ name }) => {
      toast(t('opening.opened', { unit: name }));
      onClose();
      await refreshDeadlines();
    },
  });
  return (
    <FormDialog
      draft={draft}
      title={t('opening.title', { period: periodName(period.label) })}
      submit={t('opening.open')}
      sending={send}
      hideFields={['unit', 'until', 'reason']}
      onSubmit={() => send.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('opening.hint')}</Text>
      <UnitSelect
        label={t('plan.unit')}
        required
        placeholder={t('choose')}
        value={draft.unit}
        error={reasonsAt(send.error, 'unit')}
        onChange={(unit) => change({ unit })}
      />
      <DateField
        label={t('opening.until')}
        required
        value={draft.until}
        error={reasonsAt(send.error, 'until')}
        onChange={(until) => change({ until })}
      />
      <Textarea
        label={t('opening.reason')}
        required
        autosize
        minRows={2}
        value={draft.reason}
        error={reasonsAt(send.error, 'reason')}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
