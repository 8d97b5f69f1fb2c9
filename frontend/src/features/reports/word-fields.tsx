import { Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EvidenceEditor } from '@/components/case/evidence-editor';
import { DateField } from '@/components/ui/date-field';
import { today } from '@/i18n/time';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { readNumber, shownNumber } from './numbers';
import { noteAt, type RowNote } from './row-notes';
import { ScopedField } from './scoped-field';
import { questionsOf, type Asking, type WordDraft } from './words';

interface WordFieldsProps {
  row: Asking;
  /** The row by its name, where the scope of a return may hold its fields. */
  of?: string;
  word: WordDraft;
  notes: readonly RowNote[];
  onChange: (part: Partial<WordDraft>) => void;
}

/** What is said of a row: done or not, the result in words, and only what else this answer asks for. */
export function WordFields({ row, of, word, notes, onChange }: WordFieldsProps) {
  const { t } = useTranslation();
  const asked = questionsOf(row, word.done);
  const rest = { of, word, notes, onChange };
  return (
    <Stack gap="sm">
      <ScopedField row={of} field="done">
        <Radio.Group
          label={t('report.outcome')}
          value={word.done === null ? '' : String(word.done)}
          error={noteAt(notes, 'done')}
          onChange={(value) => onChange(answered(value === 'true', word))}
        >
          <Group gap="md" mt="xs">
            <Radio size="md" value="true" label={t('report.done')} />
            <Radio size="md" value="false" label={t('report.notDone')} />
          </Group>
        </Radio.Group>
      </ScopedField>
      {asked.completed && <DayField {...rest} field="completed_on" />}
      <LongField {...rest} field="result" />
      {asked.value && <NumberField {...rest} />}
      {asked.cause && (
        <>
          <LongField {...rest} field="cause" />
          <LongField {...rest} field="remedy" />
          <DayField {...rest} field="promised_on" />
        </>
      )}
      {asked.expected && <DayField {...rest} field="expected_on" />}
      <ScopedField row={of} field="evidence">
        <EvidenceEditor items={word.evidence} error={noteAt(notes, 'evidence')} onChange={(evidence) => onChange({ evidence })} />
      </ScopedField>
    </Stack>
  );
}

/** Done: on the day on which that is first said, unless another is typed; never on the due day by itself. */
function answered(done: boolean, word: WordDraft): Partial<WordDraft> {
  return done && !word.completed_on ? { done, completed_on: today() } : { done };
}

type FieldProps = Omit<WordFieldsProps, 'row'>;

function DayField({ field, of, word, notes, onChange }: FieldProps & { field: 'completed_on' | 'promised_on' | 'expected_on' }) {
  const { t } = useTranslation();
  return (
    <ScopedField row={of} field={field}>
      <DateField
        label={t(`report.${field}`)}
        value={word[field]}
        error={noteAt(notes, field)}
        onChange={(day) => onChange({ [field]: day })}
      />
    </ScopedField>
  );
}

function LongField({ field, of, word, notes, onChange }: FieldProps & { field: 'result' | 'cause' | 'remedy' }) {
  const limit = useLimit();
  const { t } = useTranslation();
  return (
    <ScopedField row={of} field={field}>
      <Textarea
        label={t(`report.${field}`)}
        autosize
        minRows={field === 'result' ? 2 : 1}
        value={word[field]}
        {...limit(LIMITS.WordInput[field], word[field], noteAt(notes, field))}
        onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      />
    </ScopedField>
  );
}

function NumberField({ of, word, notes, onChange }: FieldProps) {
  const { t, i18n } = useTranslation();
  const read = readNumber(word.value);
  return (
    <ScopedField row={of} field="value">
      <TextInput
        label={t('report.number')}
        inputMode="decimal"
        maw={220}
        description={
          read.problem || read.value === null ? undefined : t('report.numberRead', { n: shownNumber(read.value, i18n.language) })
        }
        value={word.value}
        error={read.problem ? t(`report.numbers.${read.problem}`) : noteAt(notes, 'value')}
        onChange={(event) => onChange({ value: event.currentTarget.value })}
      />
    </ScopedField>
  );
}
