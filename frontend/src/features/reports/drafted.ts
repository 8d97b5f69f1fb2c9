import type { EarlierRow, FindingRow, MonitoringReport, Report, ReportProposal } from '@/api/report-types';
import type { Drafted } from './report-draft';

export function isMonitoring(report: Report): report is MonitoringReport {
  return 'plans' in report;
}

/** The proposals that a report itself makes, not those that rise with it. */
export function ownProposals(report: Report): ReportProposal[] {
  return isMonitoring(report) ? report.proposals.filter(({ unit }) => unit === report.unit) : report.proposals;
}

/** A verdict on a target may name a figure too, though none is demanded of it. */
export function asking<R extends FindingRow>(row: R): R & { value_wanted: boolean } {
  return { ...row, value_wanted: row.kind === 'target' };
}

/** What a month settled is not asked any more; a recurring row may stand there settled and open. */
const isAsked = ({ settled }: { settled: string }) => settled === '';

/**
 * The rows of the month before, each by the address that the server's reasons give it: the same row may stand in the report's
 * own month, too.
 */
export function earlierRows(report: MonitoringReport): (EarlierRow & { value_wanted: boolean })[] {
  return report.earlier.map((row) => ({ ...asking(row), row: `${row.row}@${row.period}` }));
}

/** A row of a monitoring report as it is judged. */
export type JudgedRow = FindingRow & { value_wanted: boolean };

/** All rows that want a verdict, those of the month before with their month in the address. */
export const findingRows = (report: MonitoringReport): JudgedRow[] =>
  [...report.plans.flatMap(({ rows }) => rows.map(asking)), ...earlierRows(report)].filter(isAsked);

/** What can be typed into a report. */
export function drafted(report: Report): Drafted {
  return {
    id: report.id,
    digest: report.digest,
    editable: report.editable,
    rows: isMonitoring(report) ? findingRows(report) : report.rows.filter(isAsked),
    proposals: ownProposals(report).map(({ text }) => text),
  };
}

/** Whether the report has been submitted, and so can only be read. */
export function isFrozen({ submitted, state }: Pick<Report, 'submitted' | 'state'>): boolean {
  return submitted || state !== 'draft';
}

/** The period to which notes after the report belong; none before it is submitted and after the meeting. */
export function periodOfUpdates(report: Pick<Report, 'submitted' | 'state' | 'period'>): string | undefined {
  return isFrozen(report) && report.state !== 'presented' ? report.period : undefined;
}
