import type { components } from './schema';
import type { Complete } from './types';

type Schemas = components['schemas'];

export type InstructionLine = Complete<Schemas['InstructionLineOutput']>;
export type Instruction = Complete<Schemas['InstructionOutput']>;
export type InstructionInput = Schemas['InstructionInputRequest'];
/** The unit's answer with what proves it. */
export type AnswerInput = Required<Schemas['AnswerTextInputRequest']>;
export type Stands = InstructionLine['stands'];
/** How the follow-up list is narrowed. */
export type InstructionFilter = 'open' | 'overdue' | 'answered' | 'ended';
