import type { components } from './schema';
import type { Complete } from './types';

type Schemas = components['schemas'];

export type HandoverLine = Complete<Schemas['HandoverLineOutput']>;
export type Handover = Complete<Schemas['HandoverOutput']>;
/** One thing that goes along, as it was written. */
export type HandedItem = Handover['items'][number];
export type HandedKind = HandedItem['kind'];
/** Whom a handover can name, and what the giver has. */
export type Beginning = Complete<Schemas['BeginningOutput']>;
export type HandoverInput = Schemas['HandoverInputRequest'];
export type HandoverChanges = Schemas['HandoverChangesRequest'];
