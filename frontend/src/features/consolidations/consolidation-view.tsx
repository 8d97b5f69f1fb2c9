import { Alert, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Consolidation } from '@/api/meeting-types';
import type { Case } from '@/api/types';
import { NotEditable } from '@/components/case/not-editable';
import { SaveBar } from '@/components/ui/save-bar';
import { Section } from '@/components/ui/section';
import { Assessment, ConsolidationProposals, Unchecked } from './author-fields';
import { ChangeConsolidation } from './change-consolidation';
import type { ConsolidationEditing } from './consolidation-draft';
import { ConsolidationHeader } from './consolidation-header';
import { Contradictions } from '@/components/case/contradictions';
import { Delta } from './delta';
import { FiguresTable } from './figures';
import { Inside } from './inside';
import { AbsentSections } from '@/components/case/absent-reports';
import { LateReports } from './late-reports';
import { exactTime } from '@/i18n/time';
import { CloseInWriting } from './close-in-writing';
import { SupplementButton } from './supplement-button';
import { TakeInNotice } from './take-in-notice';
import { UnfinishedRows } from './unfinished-rows';

interface ConsolidationViewProps {
  consolidation: Consolidation;
  kase: Case | undefined;
  editing: ConsolidationEditing;
  onSupplement: (made: Consolidation) => void;
}

/** A consolidation: what the month says, who is missing, what the office makes of it, and what is inside. */
export function ConsolidationView({ consolidation, kase, editing, onSupplement }: ConsolidationViewProps) {
  const { t } = useTranslation();
  const editable = consolidation.editable.length === 0;
  const { reported } = consolidation;
  return (
    <Stack>
      <ConsolidationHeader consolidation={consolidation} kase={kase} />
      <Tools consolidation={consolidation} changing={editing.changed} onSupplement={onSupplement} />
      {consolidation.state === 'draft' && <NotEditable reasons={consolidation.editable} />}
      {consolidation.stale && <Alert title={t('standing.stale')}>{t('consolidation.staleHint')}</Alert>}
      <Delta items={consolidation.delta} />
      {reported && <Month consolidation={consolidation} />}
      {reported && <UnfinishedRows rows={consolidation.unfinished} editing={editing} editable={editable} />}
      <Unchecked consolidation={consolidation} editing={editing} editable={editable} />
      <Assessment editing={editing} editable={editable} />
      <ConsolidationProposals consolidation={consolidation} editing={editing} editable={editable} />
      <Inside cases={consolidation.cases} />
      <SaveBar editing={editing} />
    </Stack>
  );
}

interface ToolsProps {
  consolidation: Consolidation;
  /** Something typed is not saved yet: what is inside stays as it is meanwhile. */
  changing: boolean;
  onSupplement: (made: Consolidation) => void;
}

function Tools({ consolidation, changing, onSupplement }: ToolsProps) {
  const open = consolidation.editable.length === 0 && !changing;
  return (
    <>
      {open && consolidation.reported && <TakeInNotice consolidation={consolidation} />}
      <Group gap="sm">
        {open && <ChangeConsolidation consolidation={consolidation} />}
        <SupplementButton consolidation={consolidation} onCreated={onSupplement} />
        <CloseInWriting consolidation={consolidation} />
      </Group>
    </>
  );
}

/** What was reported: the figures, who is missing or late, where two words differ. */
function Month({ consolidation }: { consolidation: Consolidation }) {
  const { t } = useTranslation();
  const { figures, late, contradictions } = consolidation;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('consolidation.asOf', { at: exactTime(consolidation.as_of) })}
      </Text>
      <FiguresTable figures={figures} silent={silentUnits(consolidation)} />
      <AbsentSections lists={consolidation} />
      <LateReports late={late} />
      {contradictions.length > 0 && (
        <Section title={t('meeting.contradictions', { n: contradictions.length })}>
          <Contradictions items={contradictions} />
        </Section>
      )}
    </>
  );
}

/** How many monitoring units there is no word of. */
function silentUnits({ supplement_of, missing, sent_back }: Consolidation): number {
  if (supplement_of) return 0; // its figures are of what it brings
  return [...missing, ...sent_back].filter(({ kind }) => kind === 'monitoring-report').length;
}
