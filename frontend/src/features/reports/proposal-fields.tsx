import { ActionIcon, Button, Group, Stack, Textarea } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';

interface ProposalFieldsProps {
  texts: readonly string[];
  onChange: (texts: string[]) => void;
}

/** The report's own proposals while they are written; each goes up word for word. */
export function ProposalFields({ texts, onChange }: ProposalFieldsProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  return (
    <Stack gap="sm">
      {texts.map((text, at) => (
        <Group key={at} wrap="nowrap" align="flex-end" gap="sm">
          <Textarea
            flex={1}
            autosize
            minRows={1}
            label={t('report.proposalNumbered', { n: at + 1 })}
            value={text}
            {...limit(LIMITS.PatchedReportChanges.proposals_each, text)}
            onChange={(event) => onChange(texts.with(at, event.currentTarget.value))}
          />
          <ActionIcon
            variant="subtle"
            aria-label={t('report.removeProposal', { n: at + 1 })}
            onClick={() => onChange(texts.filter((_, other) => other !== at))}
          >
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button variant="default" size="xs" leftSection={<Plus size={16} aria-hidden />} onClick={() => onChange([...texts, ''])}>
          {t('report.addProposal')}
        </Button>
      </Group>
    </Stack>
  );
}
