import { Button, Checkbox, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { LockOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import { useUnitNames } from '@/api/reference';
import type { OpeningInput } from '@/api/report-types';
import type { Period } from '@/api/types';
import { UnitSelect } from '@/components/case/code-selects';
import { usePeriodName } from '@/components/case/period-name';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { toast } from '@/components/ui/toast';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { useKept } from '@/components/ui/use-kept';
import { monitorsOf } from './monitors';
import { openForUnit, refreshDeadlines, reportersQuery } from './queries';

/** The office opens a closed period for one unit, and for those who judge its report, until a day, with a reason. */
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

const BLANK = { unit: '', until: '', reason: '', monitors: true, monitorsUntil: '' };
type OpeningDraft = typeof BLANK;

/** What is sent: those who judge have as long as the unit where no later day is named. */
function openingOf({ unit, until, reason, monitors, monitorsUntil }: OpeningDraft, judged: boolean): OpeningInput {
  return { unit, until, reason: reason.trim(), monitors_until: judged && monitors ? monitorsUntil || until || null : null };
}

function OpenDialog({ period, onClose }: { period: Period; onClose: () => void }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const [draft, setDraft, kept] = useKept(`opening ${period.id}`, BLANK);
  const { data: matrix } = useQuery(reportersQuery(period.id));
  const judging = monitorsOf(matrix?.units ?? [], draft.unit);
  const change = (part: Partial<OpeningDraft>) => setDraft({ ...draft, ...part });
  const send = useMutation({
    mutationFn: () => openForUnit(period.id, openingOf(draft, judging.length > 0)),
    onSuccess: async ({ name }) => {
      toast(t('opening.opened', { unit: name }));
      kept.drop();
      onClose();
      await refreshDeadlines();
    },
  });
  return (
    <FormDialog
      draft={draft}
      kept={kept}
      title={t('opening.title', { period: periodName(period.label) })}
      submit={t('opening.open')}
      sending={send}
      hideFields={['unit', 'until', 'reason', 'monitors_until']}
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
      {judging.length > 0 && <MonitorFields judging={judging} draft={draft} error={send.error} onChange={change} />}
      <Textarea
        label={t('opening.reason')}
        required
        autosize
        minRows={2}
        value={draft.reason}
        {...limit(LIMITS.OpeningInput.reason, draft.reason, reasonsAt(send.error, 'reason'))}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
    </FormDialog>
  );
}

interface MonitorFieldsProps {
  judging: readonly string[];
  draft: OpeningDraft;
  error: unknown;
  onChange: (part: Partial<OpeningDraft>) => void;
}

/** Those who must judge what the unit reports late: opened in the same act, as long or longer. */
function MonitorFields({ judging, draft, error, onChange }: MonitorFieldsProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <>
      <Checkbox
        label={t('opening.monitors', { units: judging.map(unitName).join('; ') })}
        description={t('opening.monitorsHint')}
        checked={draft.monitors}
        onChange={(event) => onChange({ monitors: event.currentTarget.checked })}
      />
      {draft.monitors && (
        <DateField
          label={t('opening.monitorsUntil')}
          value={draft.monitorsUntil || draft.until}
          error={reasonsAt(error, 'monitors_until')}
          onChange={(monitorsUntil) => onChange({ monitorsUntil })}
        />
      )}
    </>
  );
}
