import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import type { Opinion } from '@/api/opinion-types';
import { SaveBar } from '@/components/ui/save-bar';
import { Section } from '@/components/ui/section';
import { useDraft, type DraftEditing } from '@/components/ui/use-draft';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { saveOpinion } from './queries';

interface Said {
  agrees: boolean | null;
  text: string;
}

/** What the unit says as typed, begun from what the server has. */
export function useOpinionDraft(item: Opinion): DraftEditing<Said> {
  const cache = useQueryClient();
  return useDraft({
    name: `opinion ${item.id}`,
    value: { agrees: item.agrees, text: item.text } as Said,
    digest: item.digest,
    editable: item.editable.length === 0,
    save: (said: Said, digest) => saveOpinion(item.id, said, digest),
    onSaved: (saved) => cache.setQueryData(keys.opinion(item.id), saved),
  });
}

/** Agreed, or what is not: written by the unit's staff, signed by its head. */
export function OpinionEditor({ item, editing }: { item: Opinion; editing: DraftEditing<Said> }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const { agrees, text } = editing.value;
  const locked = item.editable.length > 0 && !editing.changed;
  return (
    <Section title={t('opinion.ofUnit')}>
      <Radio.Group
        aria-label={t('opinion.ofUnit')}
        value={agrees === null ? '' : String(agrees)}
        onChange={(value) => editing.change((now) => ({ ...now, agrees: value === 'true' }))}
      >
        <Stack gap="sm">
          <Radio size="md" value="true" disabled={locked} label={t('opinion.stands.agreed')} />
          <Radio size="md" value="false" disabled={locked} label={t('opinion.stands.opinion')} />
        </Stack>
      </Radio.Group>
      {locked ? (
        <Text>{text}</Text>
      ) : (
        <Textarea
          label={t('opinion.text')}
          autosize
          minRows={3}
          required={agrees === false}
          value={text}
          {...limit(LIMITS.OpinionInput.text, text)}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            editing.change((now) => ({ ...now, text: typed }));
          }}
        />
      )}
      <SaveBar editing={editing} />
    </Section>
  );
}
