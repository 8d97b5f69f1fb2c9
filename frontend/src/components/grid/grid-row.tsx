import { useState, type DragEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { rowPlace } from '@/components/ui/row-anchor';
import { CellEditor } from './cell-editor';
import type { CellNote, Column } from './columns';
import type { GridProps } from './grid';
import { isInside } from './selection';
import type { SheetRow } from './sheet';
import { stickyAt } from './sticky';
import classes from './grid.module.css';

interface GridRowProps extends Pick<GridProps, 'columns' | 'grid' | 'noteOf' | 'besideOf'> {
  row: SheetRow;
  /** Its place among those that are shown, from 0. */
  at: number;
  heading: string;
  focused: boolean;
  onFocus: () => void;
  onLeave: () => void;
}

/** One row, below the heading of its group where it begins one. */
export function GridRow({ heading, columns, row, at, ...more }: GridRowProps) {
  const [over, setOver] = useState(false);
  return (
    <>
      {heading && (
        <tr className={classes.heading}>
          <th colSpan={columns.length} scope="colgroup">
            {heading}
          </th>
        </tr>
      )}
      <tr
        aria-rowindex={at + 2}
        {...rowPlace(row.id)}
        data-over={over || undefined}
        onDragOver={(event) => more.grid.drop && takesFiles(event) && setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false);
          if (more.grid.drop && takesFiles(event)) more.grid.drop(at, event.dataTransfer.files);
        }}
      >
        {columns.map((column, place) => (
          <GridCell key={column.key} column={column} place={place} columns={columns} row={row} at={at} {...more} />
        ))}
      </tr>
    </>
  );
}

/** Whether files are being dragged; the browser is kept from opening them. */
function takesFiles(event: DragEvent): boolean {
  if (!event.dataTransfer.types.includes('Files')) return false;
  event.preventDefault();
  return true;
}

interface GridCellProps extends Omit<GridRowProps, 'heading'> {
  column: Column;
  place: number;
}

/** What stands out: it cannot stay so, or something is missing. */
function lookOf(row: SheetRow, { lacks }: Column, note: CellNote | undefined) {
  return { 'data-severe': note?.severe || undefined, 'data-lacks': lacks?.(row) || undefined };
}

function GridCell({ column, place, columns, row, at, grid, noteOf, besideOf, focused, onFocus, onLeave }: GridCellProps) {
  const { t } = useTranslation();
  const cell = { row: at, column: place };
  const active = grid.focus.row === at && grid.focus.column === place;
  const note = noteOf(row, column);
  const text = column.read(row.fields);

  function onMouseDown(event: MouseEvent) {
    if (event.target instanceof HTMLElement && event.target.closest('textarea[data-open], [role=option], button, a, input')) return;
    event.preventDefault();
    onFocus();
    grid.choose(cell, event.shiftKey);
  }

  return (
    <td
      role="gridcell"
      style={stickyAt(columns, place)}
      aria-selected={isInside(grid.box, cell)}
      aria-readonly={!column.write || undefined}
      data-active={active || undefined}
      {...lookOf(row, column, note)}
      onMouseDown={onMouseDown}
      onMouseEnter={(event) => event.buttons === 1 && grid.choose(cell, true)}
      onDoubleClick={() => grid.edit(text, false)}
    >
      {!column.drawn && <span className={classes.text}>{text}</span>}
      {active && (
        <CellEditor
          grid={grid}
          column={column}
          note={note}
          label={t('grid.cell', { column: column.title, row: at + 1, text })}
          focused={focused}
          onLeave={onLeave}
        />
      )}
      {note && <span className={classes.note}>{note.text}</span>}
      {besideOf?.(row, column)}
    </td>
  );
}
