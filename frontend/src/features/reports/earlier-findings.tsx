import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MonitoringReport } from '@/api/report-types';
import type { Reason } from '@/api/types';
import { usePeriodName } from '@/components/case/period-name';
import { Section } from '@/components/ui/section';
import { earlierRows } from './drafted';
import { FindingRowItem } from './finding-row';
import { RowsByPlan } from './row-list';
import { notesByRow } from './row-notes';
import type { ReportEditing } from './use-word-drafts';

interface EarlierFindingsProps {
  report: MonitoringReport;
  editing: ReportEditing;
  missing: readonly Reason[];
}

/** What nobody found in the month before: asked apart, outside of this month's N. */
export function EarlierFindings({ report, editing, missing }: EarlierFindingsProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const rows = earlierRows(report);
  const [first] = rows;
  if (!first) return null;
  const notes = notesByRow(editing.error, editing.editable ? missing : []);
  return (
    <Section
      title={t('report.earlier', { period: periodName(first.period) })}
      aside={<Text size="sm">{t('report.earlierCount', { n: rows.length })}</Text>}
    >
      <Text size="sm">{t('report.earlierHint')}</Text>
      <RowsByPlan rows={rows}>
        {(row) => <FindingRowItem key={row.row} row={row} editing={editing} notes={notes.get(row.row) ?? []} updatesOf={undefined} />}
      </RowsByPlan>
    </Section>
  );
}
