import type { Plan, Reason } from '@/api/types';
import type { SheetEditing } from '@/components/grid/use-sheet';

export interface Note {
  field: string;
  text: string;
  severe: boolean;
}

/** What to say at each row: what the server could not keep of it, and its warnings on unchanged rows. */
export function notesByRow(plan: Plan, held: SheetEditing['held']): Map<string, Note[]> {
  const notes = new Map<string, Note[]>();
  const say = (key: string, note: Note) => notes.set(key, [...(notes.get(key) ?? []), note]);
  for (const row of plan.rows) {
    for (const warning of row.warnings) say(row.id, noteOf(warning, false));
  }
  for (const [key, { error }] of Object.entries(held)) {
    const [row, field] = key.split(' ') as [string, string];
    if (error) say(row, { field, text: error, severe: true });
  }
  return notes;
}

const noteOf = ({ field = '', text, brief = text }: Reason, severe: boolean): Note => ({ field, text: brief, severe });
