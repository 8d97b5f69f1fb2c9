/** What is kept here instead of being sent, so that all else goes. Pure. */

import type { Refused } from './answers';
import { chosen, type Edits, type Value } from './sheet';

const UNPROCESSABLE = 422;

/** The edits without fields that the server could not take, each with what is wrong about it (empty: nothing). */
export function withheld(edits: Edits, wrong: (field: string, value: Value) => string): { edits: Edits; refused: Refused[] } {
  const refused: Refused[] = [];
  const rows = edits.rows.map((row) => {
    const fits = Object.keys(row.is).filter((field) => {
      const text = wrong(field, row.is[field]!);
      if (text) refused.push({ id: row.id, field, status: UNPROCESSABLE, text });
      return !text;
    });
    return { ...row, is: chosen(row.is, fits) };
  });
  return { edits: { ...edits, rows }, refused };
}

/** How long a text is as it is kept. */
export const lengthOf = (value: Value) => (typeof value === 'string' ? [...value.normalize('NFC')].length : 0);
