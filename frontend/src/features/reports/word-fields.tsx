import { Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EvidenceEditor } from '@/components/case/evidence-editor';
import { DateField } from '@/components/ui/date-field';
import { today } from '@/i18n/time';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { readNumber, shownNumber } from './numbers';
import { noteAt, type RowNote } from './row-notes';
import { questionsOf, type Asking, type WordDraft } from './words';

interface WordFieldsProps {
  row: Asking;
  word: WordDraft;
  notes: readonly RowNote[];
  onChange: (part: Partial<WordDraft>) => void;
}

/** What is said of a row: done or not, the result in words, and only what else this answer asks for. */
export function WordFields({ row, word, notes, onChange }: WordFieldsProps) {
  const { t } = useTranslation();
  const asked = questionsOf(row, word.done);
  return (
    <Stack gap="sm">
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
      {asked.completed && (
        <DateField
          label={t('report.completed_on')}
          value={word.completed_on}
          error={noteAt(notes, 'completed_on')}
          onChange={(completed_on) => onChange({ completed_on })}
        />
      )}
      <LongField field="result" word={word} notes={notes} onChange={onChange} />
      {asked.value && <NumberField word={word} notes={notes} onChange={onChange} />}
      {asked.cause && (
        <>
          <LongField field="cause" word={word} notes={notes} onChange={onChange} />
          <LongField field="remedy" word={word} notes={notes} onChange={onChange} />
          <DateField
            label={t('report.promised_on')}
            value={word.promised_on}
            error={noteAt(notes, 'promised_on')}
            onChange={(promised_on) => onChange({ promised_on })}
          />
        </>
      )}
      {asked.expected && (
        <DateField
          label={t('report.expected_on')}
          value={word.expected_on}
          error={noteAt(notes, 'expected_on')}
          onChange={(expected_on) => onChange({ expected_on })}
        />
      )}
      <EvidenceEditor items={word.evidence} error={noteAt(notes, 'evidence')} onChange={(evidence) => onChange({ evidence })} />
    </Stack>
  );
}

/** Done: on the day on which that is first said, unless another is typed; never on the due day by itself. */
function answered(done: boolean, word: WordDraft): Partial<WordDraft> {
  return done && !word.completed_on ? { done, completed_on: today() } : { done };
}

type FieldProps = Omit<WordFieldsProps, 'row'>;

function LongField({ field, word, notes, onChange }: FieldProps & { field: 'result' | 'cause' | 'remedy' }) {
  const limit = useLimit();
  const { t } = useTranslation();
  return (
    <Textarea
      label={t(`report.${field}`)}
      autosize
      minRows={field === 'result' ? 2 : 1}
      value={word[field]}
      {...limit(LIMITS.WordInput[field], word[field], noteAt(notes, field))}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
}

function NumberField({ word, notes, onChange }: FieldProps) {
  const { t, i18n } = useTranslation();
  const read = readNumber(word.value);
  return (
    <TextInput
      label={t('report.number')}
      inputMode="decimal"
      maw={220}
      description={read.problem || read.value === null ? undefined : t('report.numberRead', { n: shownNumber(read.value, i18n.language) })}
      value={word.value}
      error={read.problem ? t(`report.numbers.${read.problem}`) : noteAt(notes, 'value')}
      onChange={(event) => onChange({ value: event.currentTarget.value })}
    />
  );
}
