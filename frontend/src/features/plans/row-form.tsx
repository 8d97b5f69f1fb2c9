import { Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UnitsSelect } from '@/components/case/code-selects';
import { FormDialog } from '@/components/ui/form-dialog';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { useKept } from '@/components/ui/use-kept';
import { PersonField } from './person-field';
import type { Bases } from './row-changes';
import type { Note } from './row-problems';
import type { DraftRow } from './rows-draft';
import { useRowChanges } from './use-row-changes';

interface RowFormProps {
  row: DraftRow;
  /** Which plan's. */
  plan: string;
  /** The row's place in the plan, from 0; -1 while it is new. */
  index: number;
  notes: Note[];
  /** How the revision before has the rows, where the plan is a supplement. */
  bases: Bases;
  onApply: (row: DraftRow) => void;
  onClose: () => void;
}

const SHORT = ['due_text', 'authority'] as const;

/** A new row has another key each time. */
const formName = (plan: string, { key }: DraftRow, index: number) => (index < 0 ? `new row ${plan}` : `row ${key}`);

/** One row as a plain form; applying changes the draft, saving is a step of its own. */
export function RowForm({ row, plan, index, notes, bases, onApply, onClose }: RowFormProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [value, setValue, kept] = useKept(formName(plan, row, index), row);
  const kind = useRowChanges(bases)(value)?.kind ?? 'kept';
  const change = (part: Partial<DraftRow>) => setValue((now) => ({ ...now, ...part }));
  const error = (...fields: string[]) =>
    notes
      .filter((note) => note.severe && fields.includes(note.field))
      .map((note) => note.text)
      .join(' ') || undefined;

  function apply() {
    kept.drop();
    onApply(value);
  }

  const title = index < 0 ? t('row.new') : t('row.edit', { n: index + 1 });
  return (
    <FormDialog aside title={title} draft={value} kept={kept} submit={t('row.apply')} onSubmit={apply} onClose={onClose}>
      {bases?.has(row.id ?? '') && (
        <Checkbox
          label={t('supplement.end')}
          description={t('supplement.endHint')}
          checked={value.ended}
          onChange={(event) => change({ ended: event.currentTarget.checked })}
        />
      )}
      {kind !== 'kept' && <LongField field="reason" value={value} error={error('reason')} onChange={change} />}
      <Group grow align="flex-start">
        <NativeSelect
          label={t('row.kind')}
          data={(['target', 'task'] as const).map((kind) => ({ value: kind, label: t(`row.kinds.${kind}`) }))}
          value={value.kind}
          onChange={(event) => change({ kind: event.currentTarget.value as DraftRow['kind'] })}
        />
        <TextInput
          label={t('row.number')}
          value={value.number}
          {...limit(LIMITS.RowInput.number, value.number, error('number'))}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        label={t('row.section')}
        value={value.section}
        {...limit(LIMITS.RowInput.section, value.section, error('section'))}
        onChange={(event) => change({ section: event.currentTarget.value })}
      />
      <LongField field="text" value={value} error={error('text')} onChange={change} />
      <UnitsSelect
        label={t('row.leads')}
        value={value.leads}
        error={error('leads', 'lead_text')}
        classes
        onChange={(leads) => change({ leads, lead_text: '' })}
      />
      <UnitsSelect
        label={t('row.coordinating')}
        value={value.coordinating}
        error={error('coordinating', 'coordinating_text')}
        classes
        onChange={(coordinating) => change({ coordinating, coordinating_text: '' })}
      />
      <PersonField
        value={value.person}
        units={[...value.leads, ...value.coordinating]}
        error={limit(LIMITS.RowInput.person, value.person, error('person')).error}
        onChange={(person) => change({ person })}
      />
      {SHORT.map((field) => (
        <TextInput
          key={field}
          label={t(`row.${field}`)}
          value={value[field]}
          {...limit(LIMITS.RowInput[field], value[field], error(field))}
          onChange={(event) => change({ [field]: event.currentTarget.value })}
        />
      ))}
      <LongField field="product" value={value} error={error('product')} onChange={change} />
      <LongField field="note" value={value} error={error('note')} onChange={change} />
    </FormDialog>
  );
}

interface LongFieldProps {
  field: 'text' | 'product' | 'note' | 'reason';
  value: DraftRow;
  error: string | undefined;
  onChange: (part: Partial<DraftRow>) => void;
}

function LongField({ field, value, error, onChange }: LongFieldProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  return (
    <Textarea
      label={t(`row.${field}`)}
      autosize
      minRows={field === 'text' ? 3 : 2}
      value={value[field]}
      {...limit(LIMITS.RowInput[field], value[field], error)}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
}
