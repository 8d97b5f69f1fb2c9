import { queryOptions } from '@tanstack/react-query';
import { answer, client, seen } from '@/api/client';
import type { Instruction, InstructionFilter, InstructionInput, InstructionLine, InstructionPeople } from '@/api/instruction-types';
import { keys } from '@/api/keys';
import { pagedQuery, type Page } from '@/api/pages';

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

export const peopleQuery = (unit: string) =>
  queryOptions({
    queryKey: keys.instructionPeople(unit),
    queryFn: async () =>
      (await answer(client.GET('/api/v1/instruction-people', { params: { query: unit ? { unit } : {} } }))) as InstructionPeople,
  });

export async function giveInstruction(body: InstructionInput, key: string): Promise<Instruction> {
  const params = { header: { 'Idempotency-Key': key } };
  return (await answer(client.POST('/api/v1/instructions', { params, body }))) as Instruction;
}

export async function saveAnswer(id: string, text: string, digest: string): Promise<Instruction> {
  const params = { path: { case_id: id }, header: seen(digest) };
  return (await answer(client.PUT('/api/v1/instructions/{case_id}', { params, body: { answer: text } }))) as Instruction;
}
