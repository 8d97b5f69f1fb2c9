import { ActionIcon, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import type { Consolidation } from '@/api/meeting-types';
import { Proposals } from '@/components/case/proposals';
import { Section } from '@/components/ui/section';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import type { ConsolidationEditing } from './consolidation-draft';

interface AuthorFieldsProps {
  consolidation: Consolidation;
  editing: ConsolidationEditing;
  editable: boolean;
}

/** Why it goes up while reports that were signed have not been checked; asked for only where there are some. */
export function Unchecked({ consolidation, editing, editable }: AuthorFieldsProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const { unchecked_reason } = editing.value;
  const waits = consolidation.waiting.some(({ kind }) => kind === 'monitoring-report');
  if (!waits && !unchecked_reason) return null;
  return (
    <Section title={t('consolidation.uncheckedReason')}>
      {editable ? (
        <Textarea
          aria-label={t('consolidation.uncheckedReason')}
          autosize
          minRows={2}
          value={unchecked_reason}
          {...limit(LIMITS.ConsolidationInput.unchecked_reason, unchecked_reason, reasonsAt(editing.save.error, 'unchecked_reason'))}
          onChange={({ currentTarget: { value } }) => editing.change((now) => ({ ...now, unchecked_reason: value }))}
        />
      ) : (
        <Text style={{ whiteSpace: 'pre-wrap' }}>{unchecked_reason}</Text>
      )}
    </Section>
  );
}

/** What the office says itself of the month. */
export function Assessment({ editing, editable }: Omit<AuthorFieldsProps, 'consolidation'>) {
  const limit = useLimit();
  const { t } = useTranslation();
  const { assessment } = editing.value;
  return (
    <Section title={t('consolidation.assessment')}>
      {editable ? (
        <Textarea
          aria-label={t('consolidation.assessment')}
          autosize
          minRows={4}
          value={assessment}
          {...limit(LIMITS.ConsolidationInput.assessment, assessment, reasonsAt(editing.save.error, 'assessment'))}
          onChange={({ currentTarget: { value } }) => editing.change((now) => ({ ...now, assessment: value }))}
        />
      ) : (
        <Text style={{ whiteSpace: 'pre-wrap' }} c={assessment ? undefined : 'dimmed'}>
          {assessment || t('consolidation.noAssessment')}
        </Text>
      )}
    </Section>
  );
}

/** The office's proposals, which it may write anew, and those of the reports, which nobody rewrites. */
export function ConsolidationProposals({ consolidation, editing, editable }: AuthorFieldsProps) {
  const { t } = useTranslation();
  const raised = consolidation.proposals.filter((proposal) => !editable || proposal.case !== consolidation.id);
  return (
    <Section title={t('meeting.proposals')}>
      {raised.length > 0 && <Proposals items={raised} />}
      {raised.length === 0 && !editable && <Text c="dimmed">{t('meeting.noProposals')}</Text>}
      {editable && <OwnProposals editing={editing} />}
    </Section>
  );
}

function OwnProposals({ editing }: { editing: ConsolidationEditing }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const put = (edit: (texts: string[]) => string[]) => editing.change((now) => ({ ...now, proposals: edit(now.proposals) }));
  return (
    <Stack gap="sm">
      {editing.value.proposals.map((text, index) => (
        <Group key={index} align="flex-end" gap="sm" wrap="nowrap">
          <Textarea
            label={t('consolidation.ownProposal', { n: index + 1 })}
            autosize
            minRows={2}
            flex={1}
            value={text}
            {...limit(LIMITS.ConsolidationInput.proposals_each, text)}
            onChange={({ currentTarget: { value } }) => put((texts) => texts.with(index, value))}
          />
          <ActionIcon
            variant="subtle"
            aria-label={t('consolidation.removeProposal', { n: index + 1 })}
            onClick={() => put((texts) => texts.filter((_, at) => at !== index))}
          >
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={() => put((texts) => [...texts, ''])}>
          {t('consolidation.addProposal')}
        </Button>
      </Group>
    </Stack>
  );
}
