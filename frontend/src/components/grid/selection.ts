/** Which cells are chosen: from the one where it began to the one that is active. Pure. */

export interface Cell {
  row: number;
  column: number;
}

export interface Selection {
  /** Where it began. */
  anchor: Cell;
  /** The active cell, in which is typed. */
  focus: Cell;
}

/** How many rows and columns there are. */
export interface Size {
  rows: number;
  columns: number;
}

export interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export const only = (cell: Cell): Selection => ({ anchor: cell, focus: cell });

export function boxOf({ anchor, focus }: Selection): Box {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export function isInside({ top, bottom, left, right }: Box, { row, column }: Cell): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

const within = (number: number, count: number) => Math.max(0, Math.min(count - 1, number));

/** The cell nearest to there that exists. */
export const inside = ({ row, column }: Cell, size: Size): Cell => ({
  row: within(row, size.rows),
  column: within(column, size.columns),
});

/** The selection after the active cell has moved so far; `extending`: what was chosen stays so. */
export function moved(selection: Selection, down: number, right: number, size: Size, extending = false): Selection {
  const { row, column } = selection.focus;
  const focus = inside({ row: row + down, column: column + right }, size);
  return extending ? { anchor: selection.anchor, focus } : only(focus);
}

/** The next cell in reading order, or the one before: at the end of a row the next one begins. */
export function next(cell: Cell, by: 1 | -1, size: Size): Cell {
  const place = within(cell.row * size.columns + cell.column + by, size.rows * size.columns);
  return { row: Math.floor(place / size.columns), column: place % size.columns };
}

export const everything = (size: Size): Selection => ({
  anchor: { row: 0, column: 0 },
  focus: inside({ row: size.rows - 1, column: size.columns - 1 }, size),
});

/** The whole columns, or rows, of what is chosen. */
export function whole(selection: Selection, of: 'columns' | 'rows', size: Size): Selection {
  const { anchor, focus } = selection;
  if (of === 'columns') return { anchor: { ...anchor, row: 0 }, focus: { ...focus, row: within(size.rows - 1, size.rows) } };
  return { anchor: { ...anchor, column: 0 }, focus: { ...focus, column: within(size.columns - 1, size.columns) } };
}

/** The next cell of which this holds, row by row, from the last one back to the first; where there is none, the same. */
export function nextWhere(from: Cell, size: Size, holds: (cell: Cell) => boolean): Cell {
  const isLast = ({ row, column }: Cell) => row === size.rows - 1 && column === size.columns - 1;
  let cell = from;
  for (let step = 0; step < size.rows * size.columns; step += 1) {
    cell = isLast(cell) ? { row: 0, column: 0 } : next(cell, 1, size);
    if (holds(cell)) return cell;
  }
  return from;
}
