import type { components } from './schema';
import type { Complete } from './types';

// Names of the generated schemas of a month's reports.
type Schemas = components['schemas'];

export type Word = Complete<Schemas['WordOutput']>;
export type WordInput = Required<Schemas['WordInputRequest']>;
/** A verdict; `left`: of a class of units, those that are not done. */
export type VerdictInput = WordInput & Pick<Schemas['VerdictInputRequest'], 'left'>;
export type EvidenceItem = Complete<Schemas['EvidenceItemOutput']>;
/** An update beside its row. */
export type RowUpdate = Complete<Schemas['UpdateLineOutput']>;
/** An update on its own screen. */
export type Update = Complete<Schemas['UpdateOutput']>;
export type UpdateInput = Schemas['UpdateInputRequest'];
export type UpdateChanges = Schemas['UpdateChangesRequest'];
export type Finding = Complete<Schemas['FindingOutput']>;
/** A row of a unit's report. */
export type UnitRow = Complete<Schemas['UnitRowOutput']>;
/** A row of a monitoring report: the verdict, beside it the unit's word. */
export type FindingRow = Complete<Schemas['MonitoredRowOutput']>;
/** One of several units that speak of a row. */
export type Member = Complete<Schemas['MemberOutput']>;
/** A row of the month before that is asked for apart. */
export type EarlierRow = Complete<Schemas['EarlierRowOutput']>;
export type ListedRow = UnitRow | FindingRow;
/** A row that was put off beyond the period. */
export type PutOffRow = Complete<Schemas['PutOffOutput']>;
export type NextRow = Complete<Schemas['NextRowOutput']>;
export type ReportSummary = Complete<Schemas['ReportSummaryOutput']>;
export type UnitReport = Complete<Schemas['UnitReportOutput']>;
export type MonitoringReport = Complete<Schemas['MonitoringReportOutput']>;
export type MonitoredPlan = MonitoringReport['plans'][number];
/** An item of the Notice: one plan or a class of plans. */
export type MonitoredItem = MonitoringReport['items'][number];
export type Report = UnitReport | MonitoringReport;
export type ReportChanges = Schemas['PatchedReportChangesRequest'];
export type ReportProposal = Complete<Schemas['ProposalOutput']>;
export type Sheet = Complete<Schemas['SheetOutput']>;

export type Matrix = Complete<Schemas['MatrixOutput']>;
export type MatrixRow = Matrix['units'][number];
export type MatrixCell = MatrixRow['cells'][number];
export type MatrixReports = NonNullable<MatrixCell['reports']>;
/** Whether a report came, and in time. */
export type ReportStatus = MatrixReports['status'];

export type Deadlines = Complete<Schemas['DeadlinesOutput']>;
export type MonthDeadlines = Deadlines['months'][number];
export type DeadlineRule = Deadlines['rule'];
export type PeriodInput = Schemas['PeriodInputRequest'];
export type Opening = Complete<Schemas['OpeningOutput']>;
export type OpeningInput = Schemas['OpeningInputRequest'];
export type DuePoint = 'unit_due_at' | 'office_due_at' | 'leadership_due_at' | 'meeting_at';
