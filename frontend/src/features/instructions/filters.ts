import type { InstructionFilter } from '@/api/instruction-types';

/** How the follow-up list can be narrowed, in the order in which they are offered. */
export const FILTERS: readonly InstructionFilter[] = ['open', 'overdue', 'answered', 'ended'];
