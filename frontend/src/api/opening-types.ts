import type { components } from './schema';
import type { Complete } from './types';

type Schemas = components['schemas'];

export type OpeningSummary = Complete<Schemas['OpeningSummaryOutput']>;
export type OpeningSheet = Complete<Schemas['OpeningSheetOutput']>;
export type OpeningRow = OpeningSheet['asked'][number];
export type Answer = Schemas['OpeningAnswerInputRequest'];
