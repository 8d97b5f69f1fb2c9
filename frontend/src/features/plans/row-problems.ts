import { Problem } from '@/api/problem';
import type { Plan, Reason } from '@/api/types';
import type { DraftRow } from './rows-draft';

export interface Note {
  field: string;
  text: string;
  severe: boolean;
}

/** What to say at each row: the refusal of the last save, and the server's warnings on unchanged rows. */
export function notesByRow(plan: Plan, rows: readonly DraftRow[], error: unknown): Map<string, Note[]> {
  const notes = new Map<string, Note[]>();
  const say = (key: string, note: Note) => notes.set(key, [...(notes.get(key) ?? []), note]);
  for (const row of plan.rows) {
    for (const warning of row.warnings) say(row.id, noteOf(warning, false));
  }
  for (const reason of rowReasons(error)) {
    const row = rowOf(rows, reason);
    if (row) say(row.key, noteOf(reason, true));
  }
  return notes;
}

const noteOf = ({ field = '', text, brief = text }: Reason, severe: boolean): Note => ({ field, text: brief, severe });

function rowReasons(error: unknown): Reason[] {
  return error instanceof Problem ? error.reasons.filter((reason) => reason.row) : [];
}

/** A saved row is named by its id; one the server does not know yet, by its place in the list sent (from 1). */
function rowOf(rows: readonly DraftRow[], reason: Reason): DraftRow | undefined {
  return rows.find((row) => row.id === reason.row) ?? rows[Number(reason.row) - 1];
}
