import { memo, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { rowPlace } from '@/components/ui/row-anchor';
import { CellEditor } from './cell-editor';
import { GridCell } from './grid-cell';
import type { GridProps } from './grid';
import type { SheetRow } from './sheet';
import type { GridState } from './use-grid';
import type { Hand } from './use-hand';
import type { Way } from './ways';
import classes from './grid.module.css';

interface GridRowProps extends Pick<GridProps, 'columns' | 'noteOf' | 'besideOf'> {
  row: SheetRow;
  /** Its place among those that are shown, from 0. */
  at: number;
  heading: string;
  /** The first and the last column that are chosen in it; -1: none. */
  from: number;
  to: number;
  /** The grid, where the active cell is in this row: the others are not drawn again when it changes. */
  grid: GridState | undefined;
  focused: boolean;
  hand: Hand;
  onFocus: () => void;
  onLeave: (way?: Way) => void;
}

/** One row, below the heading of its group where it begins one. */
export const GridRow = memo(function GridRow({ heading, row, columns, at, from, to, grid, ...more }: GridRowProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const { noteOf, besideOf, hand, focused, onFocus, onLeave } = more;

  function editorOf(place: number, text: string) {
    if (grid?.focus.column !== place) return undefined;
    const column = columns[place]!;
    const label = t('grid.cell', { column: column.title, row: at + 1, text });
    return (
      <CellEditor
        grid={grid}
        column={column}
        note={noteOf(row, column)}
        label={label}
        focused={focused}
        onFocus={onFocus}
        onLeave={onLeave}
      />
    );
  }

  return (
    <>
      {heading && (
        <tr className={classes.heading}>
          <th colSpan={columns.length} scope="colgroup">
            <span className={classes.group}>{heading}</span>
          </th>
        </tr>
      )}
      <tr
        aria-rowindex={at + 2}
        {...rowPlace(row.id)}
        data-over={over || undefined}
        onDragOver={(event) => hand.takesFiles() && takesFiles(event) && setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false);
          if (hand.takesFiles() && takesFiles(event)) hand.drop(at, event.dataTransfer.files);
        }}
      >
        {columns.map((column, place) => (
          <GridCell
            key={column.key}
            row={row}
            columns={columns}
            at={at}
            place={place}
            chosen={place >= from && place <= to}
            note={noteOf(row, column)}
            beside={besideOf?.(row, column)}
            editor={editorOf(place, column.read(row.fields))}
            hand={hand}
            onFocus={onFocus}
          />
        ))}
      </tr>
    </>
  );
});

/** Whether files are being dragged; the browser is kept from opening them. */
function takesFiles(event: DragEvent): boolean {
  if (!event.dataTransfer.types.includes('Files')) return false;
  event.preventDefault();
  return true;
}
