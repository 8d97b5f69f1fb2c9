import { Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHoldsOn, useUnitNames } from '@/api/reference';
import type { MonitoringReport } from '@/api/report-types';
import type { Case } from '@/api/types';
import { NotEditable } from '@/components/case/not-editable';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { useRowOfAddress } from '@/components/ui/row-anchor';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { ActPanel } from '@/features/approvals/act-panel';
import { BulkButton } from '@/features/approvals/bulk-button';
import { caseQuery } from '@/features/approvals/queries';
import { Remarks } from '@/features/approvals/remarks';
import { Timeline } from '@/features/approvals/timeline';
import { placesOf } from '@/components/case/row-places';
import { isFrozen, isMonitoring, ownProposals } from '@/features/reports/drafted';
import { EarlierFindings } from '@/features/reports/earlier-findings';
import { rowsOf } from '@/features/reports/figures';
import { ItemFindings } from '@/features/reports/item-findings';
import { MonitoringHeader } from '@/features/reports/monitoring-header';
import { PaperView } from '@/features/reports/paper-view';
import { ProposalFields } from '@/features/reports/proposal-fields';
import { reportQuery } from '@/features/reports/queries';
import { ReportsSaveBar } from '@/features/reports/reports-save-bar';
import { UnitReports } from '@/features/reports/unit-reports';
import { useReportDrafts } from '@/features/reports/use-report-drafts';
import type { ReportsEditing } from '@/features/reports/use-word-drafts';

const route = getRouteApi('/frame/reports/$id');

/** A monitoring unit's report; a unit's report is shown on its sheet, see the router. */
export function ReportPage() {
  const { id } = route.useParams();
  const query = useQuery(reportQuery(id));
  return (
    <QueryView query={query} wholePage>
      {(report) => isMonitoring(report) && <MonitoringScreen key={report.id} report={report} />}
    </QueryView>
  );
}

function MonitoringScreen({ report }: { report: MonitoringReport }) {
  const { t } = useTranslation();
  const drafts = useReportDrafts([report]);
  const { data: kase } = useQuery(caseQuery(report.id));
  const { changed } = drafts.editing;
  const editable = report.editable.length === 0;
  const [tab, setTab] = useState<string | null>(editable ? 'findings' : 'paper');
  useRowOfAddress(() => setTab('findings'));
  const places = placesOf(rowsOf(report).map(({ row, ...rest }) => ({ ...rest, id: row })));
  return (
    <Stack>
      <MonitoringHeader report={report} />
      {!isFrozen(report) && <NotEditable reasons={report.editable} />}
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="findings">{t(editable ? 'report.findingsTab' : 'report.compareTab')}</Tabs.Tab>
          <Tabs.Tab value="paper">{t('report.paper')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="findings">
          <Findings report={report} drafts={drafts} kase={kase} />
        </Tabs.Panel>
        <Tabs.Panel value="paper">
          <PaperView report={report} />
        </Tabs.Panel>
      </Tabs>
      <ReportsSaveBar editing={drafts.editing} />
      <Remarks caseId={report.id} places={places} />
      <Timeline caseId={report.id} />
      {kase && !changed && <ActPanel kase={kase} digest={report.digest} places={places} />}
      <UnsavedGuard active={changed} />
    </Stack>
  );
}

interface FindingsProps {
  report: MonitoringReport;
  drafts: ReportsEditing;
  kase: Case | undefined;
}

/** Where the monitoring unit works: the units' reports, the verdicts plan by plan, its own proposals. */
function Findings({ report, drafts, kase }: FindingsProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const reviews = useHoldsOn('review', report.unit);
  const edits = useHoldsOn('edit', report.unit);
  const editing = drafts.of(report.id);
  const missing = kase?.acts.find(({ act }) => act === 'submit')?.reasons ?? [];
  return (
    <Stack>
      <UnitReports report={report} mayAgree={editing.editable && !drafts.editing.changed}>
        {(waiting) =>
          reviews && <BulkButton act="review" cases={waiting.map(({ id, digest, unit }) => ({ id, digest, label: unitName(unit) }))} />
        }
      </UnitReports>
      {report.items.map((item) => (
        <ItemFindings key={item.item} item={item} report={report} editing={editing} missing={missing} mayUpdate={edits} />
      ))}
      <EarlierFindings report={report} editing={editing} missing={missing} />
      {editing.editable && (
        <Section title={t('report.ownProposals')}>
          <ProposalFields
            texts={editing.draft.proposals?.mine ?? ownProposals(report).map(({ text }) => text)}
            onChange={editing.changeProposals}
          />
        </Section>
      )}
    </Stack>
  );
}
