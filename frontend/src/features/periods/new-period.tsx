import { Button, Group, NativeSelect, Switch, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { reasonsAt } from '@/api/problem';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { today } from '@/i18n/time';
import { ClockFields } from './clock-fields';
import { isPart, NO_CLOCKS, PARTS, periodInput, POINTS, QUARTERS, schoolYearOf, type NewPeriod as Typed } from './due-points';
import { createPeriod, refreshDeadlines } from './queries';

const KINDS = ['quarter', 'half-year', 'nine-months', 'semester', 'year', 'school-year', 'review'] as const;
const FIELDS = ['label', 'starts', 'ends', ...POINTS];

/** Several months, a year or a one-off review that is reported on beside the months; a year may only hold plans. */
export function NewPeriod({ first = 'quarter' }: { first?: Typed['kind'] }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<CalendarPlus size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('deadlines.newPeriod')}
      </Button>
      {opened && <NewPeriodDialog first={first} onClose={() => setOpened(false)} />}
    </>
  );
}

function NewPeriodDialog({ first, onClose }: { first: Typed['kind']; onClose: () => void }) {
  const { t } = useTranslation();
  const [value, setValue, kept] = useKept<Typed>(`period ${first}`, {
    kind: first,
    year: first === 'school-year' ? schoolYearOf(today()) : today().slice(0, 4),
    part: '1',
    reported: false,
    name: '',
    starts: '',
    ends: '',
    clocks: NO_CLOCKS,
  });
  const change = (part: Partial<Typed>) => setValue((now) => ({ ...now, ...part }));
  const create = useMutation({
    mutationFn: () => createPeriod(periodInput(value)),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshDeadlines();
    },
  });

  return (
    <FormDialog
      draft={value}
      kept={kept}
      title={t('deadlines.newPeriod')}
      submit={t('deadlines.create')}
      sending={create}
      hideFields={FIELDS}
      onSubmit={() => create.mutate()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('deadlines.kind')}
        data={KINDS.map((kind) => ({ value: kind, label: t(`deadlines.kinds.${kind}`) }))}
        value={value.kind}
        onChange={(event) => change({ kind: event.currentTarget.value as Typed['kind'] })}
      />
      {value.kind === 'review' ? (
        <ReviewFields value={value} error={create.error} onChange={change} />
      ) : (
        <YearFields value={value} error={create.error} onChange={change} />
      )}
    </FormDialog>
  );
}

interface FieldsProps {
  value: Typed;
  error: unknown;
  onChange: (part: Partial<Typed>) => void;
}

/** A part of a year or a year: its days and due points follow from the rule. */
function YearFields({ value, error, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  const ofSchoolYear = value.kind === 'school-year' || value.kind === 'semester';
  const isYear = value.kind === 'school-year' || value.kind === 'year';
  return (
    <>
      <Group grow align="flex-start">
        {isPart(value.kind) && (
          <NativeSelect
            label={t(`deadlines.kinds.${value.kind}`)}
            data={QUARTERS.slice(0, PARTS[value.kind].of).map((numeral, at) => ({ value: String(at + 1), label: numeral }))}
            value={value.part}
            onChange={(event) => onChange({ part: event.currentTarget.value })}
          />
        )}
        <TextInput
          label={t(ofSchoolYear ? 'deadlines.kinds.school-year' : 'deadlines.kinds.year')}
          required
          value={value.year}
          {...limit(LIMITS.PeriodInput.label, value.year, reasonsAt(error, 'label'))}
          onChange={(event) => onChange({ year: event.currentTarget.value })}
        />
      </Group>
      {isYear && (
        <Switch
          label={t('deadlines.reported')}
          description={t('deadlines.reportedHint')}
          checked={value.reported}
          onChange={(event) => onChange({ reported: event.currentTarget.checked })}
        />
      )}
      {(!isYear || value.reported) && (
        <Text size="sm" c="dimmed">
          {t('deadlines.byRule')}
        </Text>
      )}
    </>
  );
}

/** A review has a name of its own, and says its days and due points itself. */
function ReviewFields({ value, error, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  return (
    <>
      <TextInput
        label={t('deadlines.name')}
        required
        value={value.name}
        {...limit(LIMITS.PeriodInput.label, value.name, reasonsAt(error, 'label'))}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <DateField
          label={t('deadlines.starts')}
          required
          value={value.starts}
          error={reasonsAt(error, 'starts')}
          onChange={(starts) => onChange({ starts })}
        />
        <DateField
          label={t('deadlines.ends')}
          required
          value={value.ends}
          error={reasonsAt(error, 'ends')}
          onChange={(ends) => onChange({ ends })}
        />
      </Group>
      <ClockFields value={value.clocks} error={error} onChange={(clocks) => onChange({ clocks })} />
    </>
  );
}
