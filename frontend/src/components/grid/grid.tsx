import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import type { CellNote, Column } from './columns';
import { GridHeads } from './grid-head';
import { GridRow } from './grid-row';
import { onEntered } from './neighbours';
import type { SheetRow } from './sheet';
import type { GridState } from './use-grid';
import type { View } from './use-view';
import { useHand } from './use-hand';
import type { Entry, Way } from './ways';
import { useWindow } from './use-window';
import classes from './grid.module.css';

export interface GridProps {
  label: string;
  columns: readonly Column[];
  rows: readonly SheetRow[];
  grid: GridState;
  /** In which order the rows are shown. */
  view: View;
  /** What is said about a cell. */
  noteOf: (row: SheetRow, column: Column) => CellNote | undefined;
  /** What stands in a cell beside its text. */
  besideOf?: (row: SheetRow, column: Column) => ReactNode;
  /** What stands above the rows of a group. */
  groupOf?: (row: SheetRow) => string;
}

/** Rows as a table that is typed in like a spreadsheet; of many rows those in sight are drawn. */
export function Grid({ label, columns, rows, grid, view, groupOf, ...said }: GridProps) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLSpanElement>(null);
  const after = useRef<HTMLSpanElement>(null);
  const [focused, setFocused] = useState(false);
  const headings = useMemo(() => headingsOf(rows, view.sorting ? undefined : groupOf), [rows, view.sorting, groupOf]);
  const hand = useHand(grid);
  const { first, last, above, below, compact, onScroll } = useWindow(box, headings, grid.focus.row);

  const onFocus = useCallback(() => setFocused(true), []);
  const onLeave = useCallback((way?: Way) => {
    setFocused(false);
    // The browser's own Tab goes on from there, past all that stands in cells.
    if (way) (way === 'before' ? before : after).current!.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const take = (entry: Entry) => {
      const taken = hand.come(entry);
      if (taken) setFocused(true);
      return taken;
    };
    return onEntered(box.current!.querySelector('table')!, take);
  }, [hand]);
  const chosenIn = (at: number) => (at >= grid.box.top && at <= grid.box.bottom ? { from: grid.box.left, to: grid.box.right } : NONE);

  function onBlur(event: FocusEvent) {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
  }

  return (
    <>
      <span ref={before} tabIndex={-1} />
      <div ref={box} className={classes.box} data-compact={compact || undefined} onScroll={onScroll} onFocus={onFocus} onBlur={onBlur}>
        <table role="grid" aria-label={label} aria-rowcount={rows.length + 1} aria-colcount={columns.length} className={classes.grid}>
          <colgroup>
            {columns.map(({ key, width }) => (
              <col key={key} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <GridHeads
              columns={columns}
              current={grid.focus.column}
              sorting={view.sorting}
              sort={view.sort}
              hand={hand}
              onFocus={onFocus}
            />
          </thead>
          <tbody>
            {above > 0 && <tr aria-hidden style={{ height: above }} />}
            {rows.slice(first, last).map((row, offset) => (
              <GridRow
                key={row.id}
                row={row}
                at={first + offset}
                heading={headings[first + offset]!}
                columns={columns}
                grid={first + offset === grid.focus.row ? grid : undefined}
                focused={focused && first + offset === grid.focus.row}
                hand={hand}
                onFocus={onFocus}
                onLeave={onLeave}
                {...chosenIn(first + offset)}
                {...said}
              />
            ))}
            {below > 0 && <tr aria-hidden style={{ height: below }} />}
          </tbody>
        </table>
      </div>
      <span ref={after} tabIndex={-1} />
    </>
  );
}

const NONE = { from: -1, to: -1 };

/** What stands above each row: the group that it begins, or nothing. */
function headingsOf(rows: readonly SheetRow[], groupOf: GridProps['groupOf']): string[] {
  if (!groupOf) return rows.map(() => '');
  const groups = rows.map(groupOf);
  return groups.map((group, at) => (group === groups[at - 1] ? '' : group));
}
