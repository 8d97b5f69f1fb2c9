import { Problem } from '@/api/problem';
import type { Reason } from '@/api/types';

/** Something to say at a row. */
export interface RowNote {
  field: string;
  text: string;
  /** The server refused it; otherwise it is only missing yet. */
  severe: boolean;
}

export type RowNotes = ReadonlyMap<string, readonly RowNote[]>;

/** What to say at each row: what the last save was refused for, and what the server still misses in `missing`. */
export function notesByRow(error: unknown, missing: readonly Reason[]): RowNotes {
  const notes = new Map<string, RowNote[]>();
  const say = ({ row, field = '', text, brief = text }: Reason, severe: boolean) => {
    if (row) notes.set(row, [...(notes.get(row) ?? []), { field, text: brief, severe }]);
  };
  if (error instanceof Problem) for (const reason of error.reasons) say(reason, true);
  for (const reason of missing) say(reason, false);
  return notes;
}

/** The text of what is wrong at one field. */
export function noteAt(notes: readonly RowNote[], field: string): string | undefined {
  const texts = notes.filter((note) => note.severe && note.field === field).map(({ text }) => text);
  return texts.length > 0 ? texts.join(' ') : undefined;
}
