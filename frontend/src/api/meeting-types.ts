import type { components } from './schema';
import type { Complete } from './types';

// Names of the generated schemas of consolidations and meetings.
type Schemas = components['schemas'];

export type Consolidation = Complete<Schemas['ConsolidationOutput']>;
export type ConsolidationInput = Schemas['ConsolidationInputRequest'];
export type ConsolidationChanges = Schemas['PatchedConsolidationChangesRequest'];
export type Figures = Complete<Schemas['FiguresOutput']>;
/** Two words on one row: the unit's, that it is done, and the monitoring unit's, that it is not. */
export type Contradiction = Complete<Schemas['ContradictionOutput']>;

export type Meeting = Complete<Schemas['MeetingOutput']>;
export type Agenda = Complete<Schemas['AgendaOutput']>;
export type Regulation = Complete<Schemas['RegulationOutput']>;
export type AgendaUnit = Agenda['units'][number];
/** N = k + m as signed, and k by now: with the updates that were confirmed since. */
export type FiguresNow = Pick<AgendaUnit, 'due' | 'done' | 'not_done' | 'done_now'>;
/** A row as its monitoring unit signed it. */
export type ReportedRow = Omit<Complete<Schemas['AgendaRowOutput']>, 'contradiction'>;
export type RowUpdate = Agenda['updates'][number];
export type Proposal = Complete<Schemas['ProposalOutput']>;
export type Consequence = Agenda['consequences'][number];
export type Slip = Complete<Schemas['SlipOutput']>;

/** What the leadership decided on the consequence of Notice 242 at a meeting. */
export type Decided = Complete<Schemas['DecidedOutput']>;
export type Acknowledgements = Complete<Schemas['AcknowledgementsOutput']>;
