/** đồng ý: a unit's word becomes the verdict. Pure. */

import type { SheetRow } from '@/components/grid/sheet';
import type { JudgedRow } from './drafted';
import { fieldsOf } from './word-sheet';

/** The rows with the unit's word as the verdict, by their ids: those of which it said something and nobody has judged. */
export function agreeing(chosen: readonly SheetRow[], rows: ReadonlyMap<string, JudgedRow>): Map<string, SheetRow> {
  const agreed = chosen.flatMap((row): [string, SheetRow][] => {
    const word = rows.get(row.id)?.word;
    if (!word || typeof word.done !== 'boolean' || row.fields.done !== '') return [];
    return [[row.id, { ...row, fields: { ...row.fields, ...fieldsOf(word) } }]];
  });
  return new Map(agreed);
}
