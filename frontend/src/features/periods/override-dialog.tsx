import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '../../api/problem';
import type { MonthDeadlines } from '../../api/report-types';
import { usePeriodName } from '../../components/period-name';
import { ProblemAlert } from '../../components/problem-alert';
import { ClockFields } from './clock-fields';
import { changedPoints, clocksOf, POINTS } from './due-points';
import { changeDuePoints, refreshDeadlines } from './queries';

interface OverrideDialogProps {
  id: string;
  month: MonthDeadlines;
  onClose: () => void;
}

/** Other due points for one month, with the reason. */
export function OverrideDialog({ id, month, onClose }: OverrideDialogProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const [typed, setTyped] = useState(() => clocksOf(month));
  const [reason, setReason] = useState('');
  const changed = changedPoints(month, typed);
  const save = useMutation({
    mutationFn: () => changeDuePoints(id, changed, reason.trim()),
    onSuccess: async () => {
      onClose();
      await refreshDeadlines();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('deadlines.overrideTitle', { period: periodName(month.label) })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <ClockFields value={typed} error={save.error} onChange={setTyped} />
          <Textarea
            label={t('deadlines.reason')}
            required
            autosize
            minRows={2}
            value={reason}
            error={reasonsAt(save.error, 'reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemAlert error={save.error} hideFields={[...POINTS, 'reason']} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={Object.keys(changed).length === 0}>
              {t('save.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
