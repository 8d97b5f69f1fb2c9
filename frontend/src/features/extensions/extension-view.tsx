import { Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Extension, ExtensionWord } from '@/api/extension-types';
import { keys } from '@/api/keys';
import { useUnitNames } from '@/api/reference';
import type { Case } from '@/api/types';
import { CaseLink } from '@/components/case/case-link';
import { EvidenceList } from '@/components/case/evidence-list';
import { ExtensionFields } from '@/components/case/extension-fields';
import { PageTitle } from '@/components/ui/page-title';
import { SaveBar } from '@/components/ui/save-bar';
import { Section } from '@/components/ui/section';
import { useDraft, type DraftEditing } from '@/components/ui/use-draft';
import { Days } from './days';
import classes from './extensions.module.css';
import { saveExtension } from './queries';
import { StandsBadge } from './stands-badge';

/** The request as typed, begun from what the server has. */
export function useExtensionDraft(item: Extension): DraftEditing<ExtensionWord> {
  const cache = useQueryClient();
  return useDraft({
    name: `extension of ${item.id}`,
    value: { on: item.on, cause: item.cause, evidence: item.evidence } as ExtensionWord,
    digest: item.digest,
    editable: item.editable.length === 0,
    save: (word: ExtensionWord, digest) => saveExtension(item.id, word, digest),
    onSaved: (saved) => cache.setQueryData(keys.extension(item.id), saved),
  });
}

/** Which row of which plan is to be put off, from when to when, and where the request stands. */
export function ExtensionHead({ item, kase }: { item: Extension; kase: Case | undefined }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <PageTitle>{t('extension.title')}</PageTitle>
        <StandsBadge stands={item.stands} />
      </Group>
      <Text fw={600} className={classes.text}>
        {item.text}
      </Text>
      <Text size="sm">
        <CaseLink kind="plan" id={item.plan}>
          {item.plan_title}
        </CaseLink>
      </Text>
      <Text size="sm">
        {unitName(item.unit)}
        {item.due_text && ` · ${t('row.due_text')}: ${item.due_text}`}
        {kase && item.stands === 'open' && ` · ${t('waits.label')}: ${t(`waits.${item.waits_for}`)}`}
      </Text>
      <Days item={item} />
    </Stack>
  );
}

/** Why, and what proves it: written by the unit's staff, signed by its head. */
export function ExtensionWordSection({ item, editing }: { item: Extension; editing: DraftEditing<ExtensionWord> }) {
  const { t } = useTranslation();
  const typed = item.editable.length === 0 || editing.changed;
  return (
    <Section title={t('extension.cause')}>
      {typed ? (
        <ExtensionFields
          value={editing.value}
          error={editing.save.error}
          onChange={(part) => editing.change((now) => ({ ...now, ...part }))}
        />
      ) : (
        <>
          <Text className={classes.text} c={item.cause ? undefined : 'dimmed'}>
            {item.cause || t('extension.noCause')}
          </Text>
          <EvidenceList items={item.evidence} />
        </>
      )}
      <SaveBar editing={editing} />
    </Section>
  );
}
