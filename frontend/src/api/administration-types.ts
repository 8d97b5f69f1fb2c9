import type { components } from './schema';
import type { Complete } from './types';

type Schemas = components['schemas'];

/** A unit with its other and past names. */
export type KeptUnit = Complete<Schemas['UnitOutput']>;
export type UnitKind = Schemas['UnitInputRequest']['kind'];
/** A person with all posts, past ones and those to come too. */
export type KeptPerson = Complete<Schemas['PersonOutput']>;
export type HeldPost = KeptPerson['posts'][number];
export type Role = HeldPost['role'];
export type PersonInput = Schemas['PersonInputRequest'];
export type PostInput = Schemas['PostInputRequest'];
/** A link that sets a password, shown once. */
export type PasswordLink = Complete<Schemas['LinkOutput']>;
export type Setup = Complete<Schemas['SetupOutput']>;
export type SetupStep = Schemas['SetupStepEnum'];
export type WholeInstitution = Complete<Schemas['WholeInstitutionOutput']>;
export type InstitutionWords = Required<Schemas['WordsInputRequest']>;
/** One act of administration. */
export type Entry = Complete<Schemas['EntryOutput']>;
export type EntryAct = Entry['act'];
/** What was read of a list in Excel. */
export type ReadUnits = Complete<Schemas['UnitListOutput']>;
export type ReadPeople = Complete<Schemas['PeopleListOutput']>;
/** Who is there, a line for each post. */
export type KeptLine = Complete<Schemas['KeptLineOutput']>;
/** Something wrong or odd in one of its rows. */
export type LineProblem = ReadUnits['errors'][number];
/** Somebody is away, in charge of a unit, or signs TUQ. */
export type StandIn = Complete<Schemas['StandInOutput']>;
export type StandInKind = StandIn['kind'];
export type StandInInput = Schemas['StandInInputRequest'];
/** Units merge, or one is split. */
export type Reorganization = Complete<Schemas['ReorganizationOutput']>;
export type ReorganizationInput = Schemas['ReorganizationInputRequest'];
/** Somebody from outside reads for some days. */
export type Inspection = Complete<Schemas['InspectionOutput']>;
export type InspectionInput = Schemas['InspectionInputRequest'];
export type Visit = Complete<Schemas['VisitOutput']>;
/** A unit, and who holds which right there. */
export type UnitRights = Complete<Schemas['UnitRightsOutput']>;
