import { Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AnswerInput, Instruction } from '@/api/instruction-types';
import { keys } from '@/api/keys';
import { reasonsAt } from '@/api/problem';
import { EvidenceEditor } from '@/components/case/evidence-editor';
import { EvidenceList } from '@/components/case/evidence-list';
import { SaveBar } from '@/components/ui/save-bar';
import { Section } from '@/components/ui/section';
import { useDraft, type DraftEditing } from '@/components/ui/use-draft';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import classes from './instructions.module.css';
import { saveAnswer } from './queries';

/** The answer as typed, begun from what the server has. */
export function useAnswerDraft(item: Instruction): DraftEditing<AnswerInput> {
  const cache = useQueryClient();
  return useDraft({
    name: `answer ${item.id}`,
    value: { answer: item.answer, evidence: item.evidence } as AnswerInput,
    digest: item.digest,
    editable: item.editable.length === 0,
    save: (said: AnswerInput, digest) => saveAnswer(item.id, said, digest),
    onSaved: (saved) => cache.setQueryData(keys.instruction(item.id), saved),
  });
}

interface AnswerProps {
  item: Instruction;
  editing: DraftEditing<AnswerInput>;
}

/** The unit's answer with what proves it: written by its staff, signed by its head. */
export function AnswerEditor({ item, editing }: AnswerProps) {
  const { t } = useTranslation();
  const editable = item.editable.length === 0;
  return (
    <Section title={t('instruction.answer')}>
      {editable || editing.changed ? <Typed editing={editing} /> : <Written item={item} />}
      <SaveBar editing={editing} />
    </Section>
  );
}

function Typed({ editing }: Pick<AnswerProps, 'editing'>) {
  const limit = useLimit();
  const { t } = useTranslation();
  const { answer, evidence } = editing.value;
  return (
    <>
      <Textarea
        aria-label={t('instruction.answer')}
        autosize
        minRows={4}
        value={answer}
        {...limit(LIMITS.AnswerTextInput.answer, answer)}
        onChange={(event) => {
          const text = event.currentTarget.value;
          editing.change((now) => ({ ...now, answer: text }));
        }}
      />
      <EvidenceEditor
        items={evidence.map((one) => ({ ...one, name: one.name ?? '' }))}
        error={reasonsAt(editing.save.error, 'evidence')}
        onChange={(items) => editing.change((now) => ({ ...now, evidence: items }))}
      />
    </>
  );
}

function Written({ item }: Pick<AnswerProps, 'item'>) {
  const { t } = useTranslation();
  return (
    <>
      {item.stands === 'open' && item.answer && (
        <Text size="sm" c="var(--late-text)">
          {t('instruction.unsigned')}
        </Text>
      )}
      <Text className={classes.text} c={item.answer ? undefined : 'dimmed'}>
        {item.answer || t('instruction.noAnswer')}
      </Text>
      <EvidenceList items={item.evidence} />
    </>
  );
}
