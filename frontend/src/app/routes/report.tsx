import { Group, Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useHoldsOn, useUnitNames } from '@/api/reference';
import type { MonitoringReport } from '@/api/report-types';
import type { Case } from '@/api/types';
import { NotEditable } from '@/components/case/not-editable';
import { ScopeOfCase, scopeOf } from '@/components/grid/scope';
import { withField } from '@/components/grid/sheet';
import { Held } from '@/components/ui/held';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { isBack } from '@/features/approvals/of-return';
import { useRowOfAddress } from '@/components/ui/row-anchor';
import { usePhone } from '@/components/ui/use-phone';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { ChangedSince } from '@/features/approvals/changed-since';
import { ActPanel } from '@/features/approvals/act-panel';
import { BulkButton } from '@/features/approvals/bulk-button';
import { caseQuery } from '@/features/approvals/queries';
import { Remarks } from '@/features/approvals/remarks';
import { Returned } from '@/features/approvals/returned';
import { Timeline } from '@/features/approvals/timeline';
import { placesOf } from '@/components/case/row-places';
import { isFrozen, isMonitoring, ownProposals } from '@/features/reports/drafted';
import { EarlierFindings } from '@/features/reports/earlier-findings';
import { FindingGrid } from '@/features/reports/finding-grid';
import { rowsOf } from '@/features/reports/figures';
import { ItemFindings } from '@/features/reports/item-findings';
import { MonitoringHeader } from '@/features/reports/monitoring-header';
import { PaperView } from '@/features/reports/paper-view';
import { ProposalFields } from '@/features/reports/proposal-fields';
import { reportQuery } from '@/features/reports/queries';
import { ReportsSaveBar } from '@/features/reports/reports-save-bar';
import { UnitReports } from '@/features/reports/unit-reports';
import { useReportDrafts } from '@/features/reports/use-report-drafts';
import { useFindingSheet, type FindingSheet } from '@/features/reports/use-word-sheet';
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

/** Whether it came back and is read on a phone: then the reason comes first. */
function useBackOnPhone(report: MonitoringReport) {
  const phone = usePhone();
  return phone && isBack(report);
}

function MonitoringScreen({ report }: { report: MonitoringReport }) {
  const { t } = useTranslation();
  const drafts = useReportDrafts([report]);
  const { data: kase } = useQuery(caseQuery(report.id));
  const scope = useMemo(() => scopeOf(kase), [kase]);
  const [typing, setTyping] = useState(false);
  const findings = useFindingSheet(
    report,
    useCallback((_id: string, isTyping: boolean) => setTyping(isTyping), []),
    scope,
  );
  const { store } = findings.sheet;
  const changed = drafts.editing.changed || typing;
  const editable = report.editable.length === 0;
  const folded = useBackOnPhone(report);
  const [tab, setTab] = useState<string | null>(editable ? 'findings' : 'paper');
  useRowOfAddress(() => setTab('findings'));
  const places = placesOf(rowsOf(report).map(({ row, ...rest }) => ({ ...rest, id: row })));
  return (
    <Held value={changed}>
      <ScopeOfCase value={scope}>
        <Stack>
          <MonitoringHeader report={report} folded={folded}>
            {kase && <ChangedSince kase={kase} />}
            <Returned
              kase={kase}
              places={places}
              onTake={(row, field, value) => store.change((now) => withField(now, row, field, value))}
            />
          </MonitoringHeader>
          {!isFrozen(report) && <NotEditable reasons={report.editable} />}
          <Tabs value={tab} onChange={setTab} keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="findings">{t(editable ? 'report.findingsTab' : 'report.compareTab')}</Tabs.Tab>
              <Tabs.Tab value="paper">{t('report.paper')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="findings">
              <Findings report={report} drafts={drafts} findings={findings} kase={kase} />
            </Tabs.Panel>
            <Tabs.Panel value="paper">
              <PaperView report={report} />
            </Tabs.Panel>
          </Tabs>
          <ReportsSaveBar editing={drafts.editing} />
          <Remarks caseId={report.id} places={places} />
          <Timeline caseId={report.id} />
          {kase && <ActPanel kase={kase} digest={report.digest} places={places} />}
          <UnsavedGuard active={drafts.editing.changed || findings.sheet.losing} />
        </Stack>
      </ScopeOfCase>
    </Held>
  );
}

interface FindingsProps {
  report: MonitoringReport;
  drafts: ReportsEditing;
  findings: FindingSheet;
  kase: Case | undefined;
}

/** What the report lacks before it can be submitted. */
const missingOf = (kase: Case | undefined) => kase?.acts.find(({ act }) => act === 'submit')?.reasons ?? [];

/** Units' reports that wait for the check: signed together, or sent back, each for a reason of its own. */
function CheckedTogether({ waiting }: { waiting: readonly { id: string; digest: string; unit: string }[] }) {
  const unitName = useUnitNames();
  const cases = waiting.map(({ id, digest, unit }) => ({ id, digest, label: unitName(unit) }));
  return (
    <Group gap="xs">
      <BulkButton act="review" cases={cases} />
      <BulkButton act="return" cases={cases} />
    </Group>
  );
}

/** Where the monitoring unit works: the units' reports, the verdicts plan by plan, its own proposals. */
function Findings({ report, drafts, findings, kase }: FindingsProps) {
  const { t } = useTranslation();
  const reviews = useHoldsOn('review', report.unit);
  const edits = useHoldsOn('edit', report.unit);
  const editing = drafts.of(report.id);
  const missing = missingOf(kase);
  return (
    <Stack>
      <UnitReports report={report} mayAgree={editing.editable && !drafts.editing.changed && findings.sheet.status === 'saved'}>
        {(waiting) => reviews && <CheckedTogether waiting={waiting} />}
      </UnitReports>
      <Judged report={report} editing={editing} findings={findings} missing={missing} mayUpdate={edits} />
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

interface JudgedProps extends Omit<ComponentProps<typeof ItemFindings>, 'item' | 'rows'> {
  findings: FindingSheet;
}

/** The verdicts: in a grid to be typed, on a phone and to read plan by plan. */
function Judged({ findings, ...more }: JudgedProps) {
  const inGrid = !usePhone() && more.editing.editable;
  return (
    <>
      {inGrid && findings.rows.size > 0 && <FindingGrid key={String(findings.sheet.restored)} {...findings} />}
      {more.report.items.map((item) => (
        <ItemFindings key={item.item} item={item} rows={!inGrid} {...more} />
      ))}
      {!inGrid && <EarlierFindings {...more} />}
    </>
  );
}
