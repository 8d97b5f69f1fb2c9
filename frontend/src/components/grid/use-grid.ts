import { useState } from 'react';
import type { Typing } from './drafts';
import type { Column } from './columns';
import { cleared, copied, filledDown, pasted, rowWith, type Pasted } from './filling';
import type { Command } from './keys';
import { OpenCell, type Open } from './open-cell';
import { boxOf, everything, inside, moved, next, nextWhere, only, whole, type Cell, type Selection, type Size } from './selection';
import type { Cells } from './clipboard';
import { wayIn, wayOut, type Entry } from './ways';
import { isClosed, useScope } from './scope';
import type { Sheet, SheetRow } from './sheet';

export interface GridActions {
  change: (edit: (now: Sheet) => Sheet) => void;
  undo: () => void;
  redo: () => void;
  /** What is typed in a cell before it is left. */
  type: (typing: Typing | null) => void;
  /** Makes the next row; absent: rows are not added. */
  newRow?: (sheet: Sheet) => SheetRow;
  /** Something was pasted. */
  onPasted: (pasted: Pasted) => void;
  /** Files were put on rows; absent: rows take none. */
  onFiles?: (rows: readonly string[], files: readonly File[]) => void;
}

interface Grid extends GridActions {
  columns: readonly Column[];
  /** All rows, and the ids of those that are shown, in their order. */
  sheet: Sheet;
  shown: readonly string[];
  typing: Typing | null;
}

/** Which cells are chosen, what is typed, and what keys and the clipboard do with it. */
export function useGrid({ columns, sheet, shown, typing, newRow, onFiles, ...act }: Grid) {
  const size = { rows: shown.length, columns: columns.length };
  const [chosen, choose] = useState(() => at(only(placeOf(typing, shown, columns)), shown));
  const [opened] = useState(() => new OpenCell(openedAgain(typing, chosen.id)));
  const [began, setBegan] = useState<number>();
  const selection = followed(chosen, shown, size);
  const setChosen = (to: Selection) => choose(at(to, shown));
  const box = boxOf(selection);
  const { focus } = selection;
  const column = columns[focus.column]!;
  const rowAt = (row: number) => sheet.find(({ id }) => id === shown[row]);
  const active = rowAt(focus.row);
  const scope = useScope();

  function edit(text: string, fresh: boolean) {
    if (!column.write || !active || isClosed(scope, active, column)) return;
    opened.put({ id: active.id, text, fresh });
    act.type({ id: active.id, column: column.key, text });
  }

  const optionsOf = (open: Open | undefined) => (open && column.options?.(open.text)) ?? [];

  function pick(by: 1 | -1) {
    const open = opened.snapshot();
    const options = optionsOf(open);
    if (!open || options.length === 0) return;
    const from = open.picked ?? (by === 1 ? -1 : options.length);
    opened.put({ ...open, picked: (from + by + options.length) % options.length });
  }

  const textLeft = (open: Open) => optionsOf(open)[open.picked ?? -1] ?? open.text;

  function leave(taking: boolean, said?: string) {
    const open = opened.snapshot();
    if (!open) return;
    const { id } = open;
    const text = said ?? textLeft(open);
    opened.put(undefined);
    act.type(null);
    const row = sheet.find((one) => one.id === id);
    if (!taking || (row && text === column.read(row.fields))) return;
    const texts = [[focus.column, text]] as const;
    // Somebody else may have deleted the row while it was typed in: the text stays, in a new one.
    if (row) act.change((now) => now.map((one) => (one.id === id ? rowWith(one, columns, texts) : one)));
    else if (newRow) act.change((now) => [...now, rowWith(newRow(now), columns, texts)]);
  }

  /** All chosen rows, where this one is among them. */
  const rowsOf = (row: number) => (row >= box.top && row <= box.bottom ? shown.slice(box.top, box.bottom + 1) : [shown[row]!]);

  function go(to: Selection | Cell) {
    leave(true);
    setChosen('focus' in to ? to : only(to));
  }

  /** Below, in the column where somebody began to go to the right; below a blank row that is written in, the next one begins. */
  function enter() {
    setBegan(undefined);
    go({ row: focus.row + 1, column: began ?? focus.column });
  }

  /** The keyboard comes in from another grid; false: there is nothing here that it looks for. */
  function come(entry: Entry): boolean {
    const to = wayIn(entry, size, lacks);
    if (to) setChosen(only(to));
    return to !== undefined;
  }

  function tab(by: 1 | -1) {
    if (by === 1) setBegan((now) => now ?? focus.column);
    go(next(focus, by, size));
  }

  const whereOf: Partial<Record<Command['kind'], () => void>> = {
    enter,
    up: () => go(moved(selection, -1, 0, size)),
    edit: () => edit(column.read(active?.fields ?? {}), false),
    clear: () => act.change((now) => cleared(now, shown, columns, box)),
    all: () => setChosen(everything(size)),
    column: () => setChosen(whole(selection, 'columns', size)),
    row: () => setChosen(whole(selection, 'rows', size)),
    fill: () => act.change((now) => filledDown(now, shown, columns, box)),
    undo: act.undo,
    redo: act.redo,
    gap: () => go(nextWhere(focus, size, lacks)),
    remove: () => removeRows(),
    insert: () => insertRow(),
  };

  function obey(command: Command) {
    if (command.kind !== 'tab' && command.kind !== 'enter') setBegan(undefined);
    if (command.kind === 'move') go(moved(selection, command.down, command.right, size, command.extending));
    else if (command.kind === 'edge') go(moved(selection, command.down * size.rows, command.right * size.columns, size, command.extending));
    else if (command.kind === 'tab') tab(command.by);
    else whereOf[command.kind]?.();
  }

  function lacks(cell: Cell): boolean {
    const row = rowAt(cell.row);
    return row !== undefined && (columns[cell.column]!.lacks?.(row) ?? false);
  }

  function removeRows() {
    if (!newRow) return;
    const gone = new Set(shown.slice(box.top, box.bottom + 1));
    act.change((now) => now.filter(({ id }) => !gone.has(id)));
    setChosen(only({ row: box.top, column: focus.column }));
  }

  function insertRow() {
    if (!newRow || !active) return;
    act.change((now) => now.toSpliced(now.indexOf(active), 0, newRow(now.slice(0, now.indexOf(active)))));
  }

  function paste(cells: Cells) {
    const result = pasted(sheet, shown, columns, box, cells, newRow);
    act.change(() => result.sheet);
    setChosen({
      anchor: { row: box.top, column: box.left },
      focus: { row: box.top + result.height - 1, column: box.left + result.width - 1 },
    });
    act.onPasted(result);
  }

  return {
    selection,
    box,
    focus,
    opened,
    optionsOf,
    pick,
    drop: onFiles && ((row: number, files: Iterable<File>) => onFiles(rowsOf(row), [...files])),
    active,
    column,
    edit,
    leave,
    obey,
    leads: (command: Command) => wayOut(command, { focus, size, column: began ?? focus.column, lacks, growing: newRow !== undefined }),
    come,
    paste,
    tab,
    choose: (cell: Cell, extending: boolean) => go(extending ? { anchor: selection.anchor, focus: cell } : only(cell)),
    chooseColumn: (at: number) => go({ anchor: { row: 0, column: at }, focus: { row: size.rows - 1, column: at } }),
    copied: (): Cells => copied(sheet, shown, columns, box),
    cut: () => act.change((now) => cleared(now, shown, columns, box)),
  };
}

export type GridState = ReturnType<typeof useGrid>;

/** What is chosen, and the row in which the active cell is: others may put rows above it. */
interface Chosen extends Selection {
  id: string | undefined;
}

const at = (to: Selection, shown: readonly string[]): Chosen => ({ ...to, id: shown[to.focus.row] });

/** The selection where its row stands now. */
function followed({ anchor, focus, id }: Chosen, shown: readonly string[], size: Size): Selection {
  const place = id === undefined ? -1 : shown.indexOf(id);
  const by = place < 0 ? 0 : place - focus.row;
  const moved = (cell: Cell) => inside({ ...cell, row: cell.row + by }, size);
  return { anchor: moved(anchor), focus: moved(focus) };
}

const openedAgain = (typing: Typing | null, id: string | undefined): Open | undefined =>
  typing && id !== undefined ? { id, text: typing.text, fresh: false } : undefined;

/** The cell in which somebody was typing when the page went away; else the first one. */
function placeOf(typing: Typing | null, shown: readonly string[], columns: readonly Column[]): Cell {
  if (!typing) return { row: 0, column: 0 };
  const row = shown.indexOf(typing.id); // a new row was not sent under this id
  return { row: row < 0 ? shown.length - 1 : row, column: columns.findIndex(({ key }) => key === typing.column) };
}
