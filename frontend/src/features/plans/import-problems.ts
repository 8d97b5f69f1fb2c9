/** What is wrong or odd in what was read of a workbook, cell by cell. Pure. */

import type { ImportProblem } from '@/api/types';
import type { CellNote, Column } from '@/components/grid/columns';
import { same, type Fields, type Sheet, type SheetRow } from '@/components/grid/sheet';
import type { Held } from '@/components/grid/sync';
import { isOpen } from './row-gaps';

interface Found {
  errors: readonly ImportProblem[];
  warnings: readonly ImportProblem[];
}

interface Noted extends CellNote {
  field: string;
}

/** Row -> what is said of it. What a cell is too small for is said at the cell itself, while it is typed. */
export function notesOf({ errors, warnings }: Found): ReadonlyMap<string, readonly Noted[]> {
  const notes = new Map<string, Noted[]>();
  const say = ({ id, field, text }: ImportProblem, severe: boolean) =>
    id && notes.set(id, [...(notes.get(id) ?? []), { field, text, severe }]);
  errors.forEach((one) => say(one, true));
  warnings.forEach((one) => say(one, false));
  return notes;
}

/** What is said of a cell; the errors, where it has any. */
export function noteAt(notes: readonly Noted[] | undefined, { fields }: Column): CellNote | undefined {
  const here = notes?.filter(({ field }) => fields.includes(field)) ?? [];
  const severe = here.some((note) => note.severe);
  const texts = here.filter((note) => note.severe === severe).map(({ text }) => text);
  return texts.length > 0 ? { text: [...new Set(texts)].join(' '), severe } : undefined;
}

/** Whether a cell says what it said when the server judged it last. */
export const isJudged = (row: SheetRow, judged: SheetRow | undefined, { fields }: Column) =>
  fields.every((field) => same(row.fields[field], judged?.fields[field]));

const GIVEN_LATER = { kind: 'plan', person: '-', authority: '-', groups: [], exemption: null } as const;

/** Whether a row lacks what Phụ lục 1 asks of it; who is in charge, and by whose authority, may be given once for the whole plan. */
export const isOpenWhenRead = (fields: Fields, key: string) => isOpen({ ...GIVEN_LATER, groups: [] }, fields, key);

/** What was typed and is not kept by the server, among the errors. */
export function heldProblems(held: Readonly<Record<string, Held>>, draft: Sheet, clash: string, rowOf: (id: string) => number) {
  return Object.entries(held).flatMap(([key, { error = clash }]): ImportProblem[] => {
    const [id, field] = key.split(' ') as [string, string];
    return draft.some((row) => row.id === id) ? [{ id, row: String(rowOf(id)), field, code: 'held', text: error }] : [];
  });
}
