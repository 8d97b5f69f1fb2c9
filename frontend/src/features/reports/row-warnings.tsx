import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OutcomeBadge } from './outcome-badge';
import type { DraftedRow } from './report-draft';
import type { RowNote } from './row-notes';
import type { ReportEditing } from './use-word-drafts';
import { WordView } from './word-view';

interface RowWarningsProps {
  row: DraftedRow;
  editing: ReportEditing;
  notes: readonly RowNote[];
}

/** What a saved row still lacks, and what somebody else wrote into it while it was typed here. */
export function RowWarnings({ row, editing, notes }: RowWarningsProps) {
  const touched = editing.draft.words[row.row] !== undefined;
  const missing = touched ? [] : notes.filter(({ severe }) => !severe);
  return (
    <Stack gap="xs">
      {missing.map(({ text }) => (
        <Text key={text} size="xs">
          {text}
        </Text>
      ))}
      {editing.conflicts.includes(row.row) && <Conflict row={row} editing={editing} />}
    </Stack>
  );
}

function Conflict({ row, editing }: Omit<RowWarningsProps, 'notes'>) {
  const { t } = useTranslation();
  return (
    <Alert role="alert" title={t('report.conflict')}>
      <OutcomeBadge word={row} silent={t('report.silent')} />
      <WordView word={row} silent={t('report.nothingSaid')} />
      <Group gap="sm" mt="sm">
        <Button size="xs" variant="default" onClick={() => editing.keepMine(row)}>
          {t('report.keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={() => editing.takeTheirs(row)}>
          {t('report.takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
