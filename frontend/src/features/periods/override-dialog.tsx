import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import type { MonthDeadlines } from '@/api/report-types';
import { usePeriodName } from '@/components/case/period-name';
import { FormDialog } from '@/components/ui/form-dialog';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { useKept } from '@/components/ui/use-kept';
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
  const limit = useLimit();
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const [draft, setDraft, kept] = useKept(`due points ${id}`, () => ({ typed: clocksOf(month), reason: '' }));
  const { typed, reason } = draft;
  const changed = changedPoints(month, typed);
  const save = useMutation({
    mutationFn: () => changeDuePoints(id, changed, reason.trim()),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshDeadlines();
    },
  });

  return (
    <FormDialog
      draft={draft}
      kept={kept}
      title={t('deadlines.overrideTitle', { period: periodName(month.label) })}
      submit={t('save.save')}
      disabled={Object.keys(changed).length === 0}
      sending={save}
      hideFields={[...POINTS, 'reason']}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <ClockFields value={typed} error={save.error} onChange={(clocks) => setDraft((now) => ({ ...now, typed: clocks }))} />
      <Textarea
        label={t('deadlines.reason')}
        required
        autosize
        minRows={2}
        value={reason}
        {...limit(LIMITS.PatchedPeriodChanges.reason, reason, reasonsAt(save.error, 'reason'))}
        onChange={(event) => setDraft({ typed, reason: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
