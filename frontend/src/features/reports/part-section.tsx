import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { UnitReport } from '@/api/report-types';
import type { Reason } from '@/api/types';
import { NotEditable } from '@/components/case/not-editable';
import { Proposals } from '@/components/case/proposals';
import { useScope } from '@/components/grid/scope';
import { withField } from '@/components/grid/sheet';
import { Section } from '@/components/ui/section';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { isFrozen, periodOfUpdates } from './drafted';
import { PartRows } from './part-rows';
import { useResultSheet } from './use-word-sheet';
import { ProposalFields } from './proposal-fields';
import { PutOff } from './put-off';
import { notesByRow } from './row-notes';
import type { ReportEditing } from './use-word-drafts';

interface PartSectionProps {
  part: UnitReport;
  editing: ReportEditing;
  /** What the server misses before this part can be submitted. */
  missing: readonly Reason[];
  /** Whether this person may add notes after the report. */
  mayUpdate: boolean;
  /** Remarks and signatures of this part; a value that was proposed for a field of a row is taken over. */
  history: (take: (row: string, field: string, value: string) => void) => ReactNode;
  /** Whether something typed into its rows is not at the server yet. */
  onChanged: (id: string, changed: boolean) => void;
  /** What may be done with this part alone. */
  children?: ReactNode;
}

/** What one unit reports to one monitoring unit. */
export function PartSection({ part, editing, missing, mayUpdate, history, onChanged, children }: PartSectionProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const results = useResultSheet(part, onChanged, useScope());
  const notes = notesByRow(undefined, results.sheet.status === 'saved' ? missing : []);
  return (
    <Section title={t('report.to', { unit: unitName(part.monitoring_unit) })} aside={children}>
      <UnsavedGuard active={results.sheet.losing} />
      {history((row, field, value) => results.sheet.store.change((now) => withField(now, row, field, value)))}
      {!isFrozen(part) && <NotEditable reasons={part.editable} />}
      <PartRows part={part} results={results} updatesOf={mayUpdate ? periodOfUpdates(part) : undefined} missing={notes} />
      <PutOff rows={part.extended} />
      <PartProposals part={part} editing={editing} />
    </Section>
  );
}

function PartProposals({ part, editing }: Pick<PartSectionProps, 'part' | 'editing'>) {
  const { t } = useTranslation();
  if (!editing.editable && part.proposals.length === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={3}>{t('report.proposals')}</Title>
      {editing.editable ? (
        <ProposalFields
          texts={editing.draft.proposals?.mine ?? part.proposals.map(({ text }) => text)}
          onChange={editing.changeProposals}
        />
      ) : (
        <Proposals items={part.proposals} />
      )}
    </Stack>
  );
}
