import { Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Instruction } from '@/api/instruction-types';
import { keys } from '@/api/keys';
import { SaveBar } from '@/components/ui/save-bar';
import { Section } from '@/components/ui/section';
import { useDraft, type DraftEditing } from '@/components/ui/use-draft';
import classes from './instructions.module.css';
import { saveAnswer } from './queries';

/** The answer as typed, begun from what the server has. */
export function useAnswerDraft(item: Instruction): DraftEditing<string> {
  const cache = useQueryClient();
  return useDraft({
    value: item.answer,
    digest: item.digest,
    editable: item.editable.length === 0,
    save: (text: string, digest) => saveAnswer(item.id, text, digest),
    onSaved: (saved) => cache.setQueryData(keys.instruction(item.id), saved),
  });
}

/** The unit's answer: written by its staff, signed by its head. */
export function AnswerEditor({ item, editing }: { item: Instruction; editing: DraftEditing<string> }) {
  const { t } = useTranslation();
  const editable = item.editable.length === 0;
  return (
    <Section title={t('instruction.answer')}>
      {editable || editing.changed ? (
        <Textarea
          aria-label={t('instruction.answer')}
          autosize
          minRows={4}
          value={editing.value}
          onChange={(event) => {
            const text = event.currentTarget.value;
            editing.change(() => text);
          }}
        />
      ) : (
        <>
          {item.stands === 'open' && item.answer && (
            <Text size="sm" c="orange.9">
              {t('instruction.unsigned')}
            </Text>
          )}
          <Text className={classes.text} c={item.answer ? undefined : 'dimmed'}>
            {item.answer || t('instruction.noAnswer')}
          </Text>
        </>
      )}
      <SaveBar editing={editing} />
    </Section>
  );
}
