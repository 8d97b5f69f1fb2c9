/** Cells that are written at once: pasted, filled down, cleared. Pure. */

import { spread, type Cells } from './clipboard';
import type { Column } from './columns';
import type { Box } from './selection';
import { chosen, type Fields, type Sheet, type SheetRow } from './sheet';

type NewRow = (sheet: Sheet) => SheetRow;

/** The row with texts in cells that can be written, by the column in which each stands. */
export function rowWith(row: SheetRow, columns: readonly Column[], texts: readonly (readonly [number, string])[]): SheetRow {
  return texts.reduce((now, [at, text]) => ({ ...now, fields: { ...now.fields, ...columns[at]?.write?.(text, now) } }), row);
}

/** What stands in the cells of a box, of the rows that are shown. */
export function copied(sheet: Sheet, shown: readonly string[], columns: readonly Column[], { top, bottom, left, right }: Box): Cells {
  const rows = new Map(sheet.map((row) => [row.id, row]));
  const within = shown.slice(top, bottom + 1).flatMap((id) => rows.get(id) ?? []);
  return within.map(({ fields }) => columns.slice(left, right + 1).map(({ read }) => read(fields)));
}

export interface Pasted {
  sheet: Sheet;
  /** What was written, from the top left. */
  height: number;
  width: number;
  /** How many columns stand to the right of the last one: they were not taken. */
  beside: number;
}

/** The rows with these cells from the top left of the box on; below the last row new ones are made.
 *
 * @param shown which rows stand on the screen, in their order.
 */
export function pasted(
  sheet: Sheet,
  shown: readonly string[],
  columns: readonly Column[],
  box: Box,
  cells: Cells,
  newRow?: NewRow,
): Pasted {
  const filled = spread(cells, box.bottom - box.top + 1, box.right - box.left + 1);
  const width = Math.max(0, ...filled.map((row) => row.length));
  const texts = new Map<string, readonly (readonly [number, string])[]>();
  let rows: Sheet = sheet;
  filled.forEach((row, down) => {
    let id = shown[box.top + down];
    if (id === undefined && newRow) {
      const fresh = newRow(rows);
      rows = [...rows, fresh];
      id = fresh.id;
    }
    if (id !== undefined)
      texts.set(
        id,
        row.map((text, at) => [box.left + at, text] as const),
      );
  });
  return {
    sheet: rows.map((row) => (texts.has(row.id) ? rowWith(row, columns, texts.get(row.id)!) : row)),
    height: filled.length,
    width,
    beside: Math.max(0, box.left + width - columns.length),
  };
}

/** The first row of the box in all of its rows. */
export function filledDown(sheet: Sheet, shown: readonly string[], columns: readonly Column[], box: Box): Sheet {
  const above = sheet.find(({ id }) => id === shown[box.bottom > box.top ? box.top : Math.max(0, box.top - 1)]);
  if (!above) return sheet;
  return written(sheet, shown, columns, box, (column, row) =>
    column.whole ? chosen(above.fields, column.fields) : column.write?.(column.read(above.fields), row),
  );
}

export const cleared = (sheet: Sheet, shown: readonly string[], columns: readonly Column[], box: Box) =>
  written(sheet, shown, columns, box, (column, row) => column.write?.('', row));

type Made = (column: Column, row: SheetRow) => Fields | undefined;

function written(sheet: Sheet, shown: readonly string[], columns: readonly Column[], box: Box, made: Made): Sheet {
  const rows = new Set(shown.slice(box.top, box.bottom + 1));
  const wide = columns.slice(box.left, box.right + 1);
  const fill = (row: SheetRow) => wide.reduce((now, column) => ({ ...now, fields: { ...now.fields, ...made(column, now) } }), row);
  return sheet.map((row) => (rows.has(row.id) ? fill(row) : row));
}
