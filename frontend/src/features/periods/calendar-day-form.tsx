import { Radio, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { LineField } from '@/components/ui/line-field';
import { useKept } from '@/components/ui/use-kept';
import { putDay, refreshCalendar } from './queries';

/** One day that is off or worked, and where that is written; it stands beside what the library of holidays says. */
export function CalendarDayForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept('calendar day', { date: '', working: false, name: '', source: '' });
  const most = LIMITS.CalendarDayInput;
  const sending = useMutation({
    mutationFn: () => putDay(draft),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshCalendar();
    },
  });
  return (
    <FormDialog
      title={t('calendarDays.add')}
      submit={t('save.save')}
      draft={draft}
      kept={kept}
      sending={sending}
      disabled={draft.date === ''}
      hideFields={['name', 'source']}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <DateField label={t('calendarDays.date')} required value={draft.date} onChange={(date) => setDraft({ ...draft, date })} />
      <Radio.Group
        label={t('calendarDays.kind')}
        value={String(draft.working)}
        onChange={(working) => setDraft({ ...draft, working: working === 'true' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="false" label={t('calendarDays.off')} />
          <Radio value="true" label={t('calendarDays.working')} />
        </Stack>
      </Radio.Group>
      <LineField
        label={t('calendarDays.name')}
        required
        value={draft.name}
        most={most.name}
        error={reasonsAt(sending.error, 'name')}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <LineField
        label={t('calendarDays.source')}
        description={t('calendarDays.sourceHint')}
        required
        value={draft.source}
        most={most.source}
        error={reasonsAt(sending.error, 'source')}
        onChange={(source) => setDraft({ ...draft, source })}
      />
    </FormDialog>
  );
}
