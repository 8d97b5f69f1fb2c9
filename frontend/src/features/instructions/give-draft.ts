import type { InstructionInput } from '@/api/instruction-types';

/** What is typed into the form; `leader` and what follows only where the office passes an instruction on. */
export interface GiveDraft {
  unit: string;
  person: string;
  text: string;
  due_on: string;
  leader: string;
  occasion: string;
  said_on: string;
  /** What it speaks of: a plan, and a row of it. */
  about: string;
  row: string;
}

/** What is sent: what was not chosen is left out, and what is cited goes only with whom it cites. */
export function givenBy(draft: GiveDraft, passesOn: boolean): InstructionInput {
  const { unit, text, due_on, person, about, row } = draft;
  const own = { unit, text: text.trim(), due_on, person: person || null, occasion: '', about: about || null, row: row || null };
  if (!passesOn) return own;
  return { ...own, leader: draft.leader || null, occasion: draft.occasion.trim(), said_on: draft.said_on || null };
}
