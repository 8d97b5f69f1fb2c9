import { Checkbox, Group, MultiSelect, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { periodsQuery, PLAN_KINDS } from '@/api/reference';
import { usePeriodName } from '@/components/case/period-name';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { LineField } from '@/components/ui/line-field';
import { useKept } from '@/components/ui/use-kept';
import { enterInspection, guestsQuery, refreshInspections } from './queries';

const NOTHING = { name: '', number: '', dated: '', since: '', until: '', years: [] as string[], members: [] as string[] };
const FIELDS = Object.keys(NOTHING);

/** Who comes to read, by which decision, for which days, and which years. */
export function EnterInspection({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept('inspection', NOTHING);
  const change = (part: Partial<typeof NOTHING>) => setDraft((now) => ({ ...now, ...part }));
  const sending = useMutation({
    mutationFn: () => enterInspection(draft),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshInspections();
    },
  });
  const error = (field: string) => reasonsAt(sending.error, field);
  return (
    <FormDialog
      title={t('inspection.add')}
      submit={t('save.save')}
      draft={draft}
      kept={kept}
      unjudged
      disabled={!draft.dated || !draft.since || !draft.until}
      sending={sending}
      hideFields={FIELDS}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <LineField
        label={t('inspection.name')}
        required
        value={draft.name}
        most={LIMITS.InspectionInput.name}
        error={error('name')}
        onChange={(name) => change({ name })}
      />
      <LineField
        label={t('inspection.number')}
        required
        value={draft.number}
        most={LIMITS.InspectionInput.number}
        error={error('number')}
        onChange={(number) => change({ number })}
      />
      <DateField
        label={t('inspection.dated')}
        required
        value={draft.dated}
        error={error('dated')}
        onChange={(dated) => change({ dated })}
      />
      <DateField label={t('admin.firstDay')} required value={draft.since} error={error('since')} onChange={(since) => change({ since })} />
      <DateField label={t('admin.lastDay')} required value={draft.until} error={error('until')} onChange={(until) => change({ until })} />
      <Years value={draft.years} error={error('years')} onChange={(years) => change({ years })} />
      <Members value={draft.members} error={error('members')} onChange={(members) => change({ members })} />
      <Text size="sm" c="dimmed">
        {t('inspection.told')}
      </Text>
    </FormDialog>
  );
}

interface ManyProps {
  value: string[];
  error?: string;
  onChange: (value: string[]) => void;
}

function Years({ value, error, onChange }: ManyProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const { data: periods = [] } = useQuery(periodsQuery);
  return (
    <Checkbox.Group label={t('inspection.years')} description={t('inspection.yearsHint')} value={value} error={error} onChange={onChange}>
      <Group mt="xs">
        {periods
          .filter(({ kind }) => PLAN_KINDS.includes(kind))
          .map(({ label }) => (
            <Checkbox key={label} value={label} label={periodName(label)} />
          ))}
      </Group>
    </Checkbox.Group>
  );
}

function Members({ value, error, onChange }: ManyProps) {
  const { t } = useTranslation();
  const { data: people = [] } = useQuery(guestsQuery);
  return (
    <MultiSelect
      label={t('inspection.members')}
      description={t('inspection.membersHint')}
      required
      searchable
      data={people.map(({ id, full_name: name, username }) => ({ value: id, label: `${name} (${username})` }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
