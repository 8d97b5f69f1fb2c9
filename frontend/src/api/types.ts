import type { components } from './schema';

// Names of the generated schemas in the words of the interface; nothing is defined twice.
type Schemas = components['schemas'];

export type Reason = Schemas['Reason'];
/** The step that a case waits for, and who can take it. */
export type Awaited = Schemas['AwaitedOutput'];

/**
 * An answer with all its fields: the description marks a model's columns with defaults as optional, but an
 * answer always has them. Only a reason really leaves fields out.
 */
export type Complete<T> = T extends Reason
  ? T
  : T extends (infer Item)[]
    ? Complete<Item>[]
    : T extends object
      ? { [Key in keyof T]-?: Complete<T[Key]> }
      : T;

export type Me = Complete<Schemas['MeOutput']>;
export type InboxItem = Complete<Schemas['InboxOutput']>;
export type Previewed = Complete<Schemas['PreviewedOutput']>;
export type Glimpse = InboxItem['glimpse'];
/** A case in a list. */
export type ListedCase = Complete<Schemas['CaseRowOutput']> & Pick<InboxItem, 'kind'>;
export type Period = Complete<Schemas['PeriodOutput']>;
export type PlanSummary = Complete<Schemas['PlanSummaryOutput']>;
/** How a plan came into force. */
export type Adoption = PlanSummary['adoption'];
export type Plan = Complete<Schemas['PlanOutput']>;
export type Row = Plan['rows'][number];
/** A revision of a plan in its line. */
export type Revision = Plan['line'][number];
/** What became of edits, row by row. */
export type RowsEdited = Complete<Schemas['RowsEditedOutput']>;
export type RowEdits = Schemas['PatchedRowEditsInputRequest'];
export type DueTime = Complete<Schemas['DueTimeOutput']>;
export type RowInput = Schemas['RowInputRequest'];
export type PlanInput = Schemas['PlanInputRequest'];
export type Case = Complete<Schemas['CaseOutput']>;
export type Act = Case['acts'][number];
export type ActName = Act['act'];
/** What a check sends a report back for. */
export type Ground = Schemas['GroundEnum'];
export type ActInput = Schemas['ActInputRequest'];
/** What an act decides of rows. */
export type TermsInput = Schemas['TermsInputRequest'];
/** A link of the chain; the description types its act as any text. */
export type Difference = Schemas['DifferenceOutput'];
export type Signature = Complete<Schemas['SignatureOutput']> & { act: ActName; details: SignedDetails };

/** What else an act decided. */
export interface SignedDetails {
  ground?: Ground;
  terms?: Partial<TermsInput>;
  /** The paper that it was issued on. */
  issued?: { number: string; date: string };
  /** The first day of the first month in which what it adopted holds. */
  since?: string;
}
/** What became of one of many that were signed at once. */
export type Outcome = Complete<Schemas['OutcomeOutput']>;
export type Remark = Complete<Schemas['RemarkOutput']>;
export type ImportPreview = Complete<Schemas['ImportOutput']>;
export type ImportRow = ImportPreview['rows'][number];
/** What is wrong or odd in what was read. */
export type ImportProblem = ImportPreview['errors'][number];
export type ImportEdited = Complete<Schemas['ImportEditedOutput']>;
export type Evidence = Complete<Schemas['EvidenceOutput']>;
/** Numbered before anybody reads it. */
export type Notification = Complete<Schemas['NotificationOutput']> & { position: number };

export type CaseState = Case['state'];
/** The kind of a case, or of a plan. */
export type CaseKind = Case['kind'];

/** Who followed from when to when. */
export type Following = Complete<Schemas['FollowingOutput']>;
/** An item over a class of plans. */
export type Item = Complete<Schemas['ItemOutput']>;
