import type { MouseEvent, ReactNode } from 'react';
import type { CellNote, Column } from './columns';
import { isClosed, useScope } from './scope';
import type { SheetRow } from './sheet';
import { stickyAt } from './sticky';
import type { Hand } from './use-hand';
import classes from './grid.module.css';

interface GridCellProps {
  row: SheetRow;
  columns: readonly Column[];
  /** Its place: of the row among those that are shown, and of the column. */
  at: number;
  place: number;
  chosen: boolean;
  note: CellNote | undefined;
  /** What stands in it beside its text. */
  beside: ReactNode;
  /** Where it is the active one, what is typed in. */
  editor: ReactNode;
  hand: Hand;
  onFocus: () => void;
}

/** What stands out: it cannot stay so, or something is missing. */
function lookOf(row: SheetRow, { lacks }: Column, note: CellNote | undefined) {
  return { 'data-severe': note?.severe || undefined, 'data-lacks': lacks?.(row) || undefined };
}

export function GridCell({ row, columns, at, place, chosen, note, beside, editor, hand, onFocus }: GridCellProps) {
  const column = columns[place]!;
  const cell = { row: at, column: place };
  const text = column.read(row.fields);
  const closed = isClosed(useScope(), row, column);

  function onMouseDown(event: MouseEvent) {
    if (event.target instanceof HTMLElement && event.target.closest('textarea[data-open], [role=option], button, a, input')) return;
    event.preventDefault();
    onFocus();
    hand.choose(cell, event.shiftKey);
  }

  return (
    <td
      role="gridcell"
      style={stickyAt(columns, place)}
      aria-selected={chosen}
      aria-readonly={!column.write || closed || undefined}
      data-closed={closed || undefined}
      data-active={Boolean(editor) || undefined}
      {...lookOf(row, column, note)}
      onMouseDown={onMouseDown}
      onMouseEnter={(event) => event.buttons === 1 && hand.choose(cell, true)}
      onDoubleClick={() => hand.edit(text)}
    >
      {!column.drawn && <span className={classes.text}>{text}</span>}
      {editor}
      {note && <span className={classes.note}>{note.text}</span>}
      {beside}
    </td>
  );
}
