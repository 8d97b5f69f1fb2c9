import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client, seen } from '@/api/client';
import type { AnswerInput, Instruction, InstructionFilter, InstructionInput, InstructionLine } from '@/api/instruction-types';
import { keys } from '@/api/keys';
import { pagedQuery, type Page } from '@/api/pages';

/** So many plans can be chosen from; who wants another types more of its title. */
const MOST_FOUND = 20;

export interface InstructionsAsked {
  stands?: InstructionFilter;
  unit?: string;
}

export const instructionsQuery = (asked: InstructionsAsked) =>
  pagedQuery(
    keys.instructions(asked),
    () => answer(client.GET('/api/v1/instructions', { params: { query: asked } })) as Promise<Page<InstructionLine>>,
  );

export const instructionQuery = (id: string) =>
  queryOptions({
    queryKey: keys.instruction(id),
    queryFn: async () => (await answer(client.GET('/api/v1/instructions/{case_id}', { params: { path: { case_id: id } } }))) as Instruction,
  });

/** The plans that a person sees of which a word is in the title, for choosing one. */
export const plansFoundQuery = (q: string) =>
  queryOptions({
    queryKey: keys.plansFound(q),
    queryFn: async () => (await answer(client.GET('/api/v1/plans', { params: { query: { q, page_size: MOST_FOUND } } }))).results,
    placeholderData: keepPreviousData,
  });

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: keys.plan(id),
    queryFn: () => answer(client.GET('/api/v1/plans/{case_id}', { params: { path: { case_id: id } } })),
  });

export async function giveInstruction(body: InstructionInput, key: string): Promise<Instruction> {
  const params = { header: { 'Idempotency-Key': key } };
  return (await answer(client.POST('/api/v1/instructions', { params, body }))) as Instruction;
}

export async function saveAnswer(id: string, body: AnswerInput, digest: string): Promise<Instruction> {
  const params = { path: { case_id: id }, header: seen(digest) };
  return (await answer(client.PUT('/api/v1/instructions/{case_id}', { params, body }))) as Instruction;
}
