import type { components } from './schema';
import type { Complete } from './types';

type Schemas = components['schemas'];

export type OpinionLine = Complete<Schemas['OpinionLineOutput']>;
export type Opinion = Complete<Schemas['OpinionOutput']>;
