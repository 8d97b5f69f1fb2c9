import { useCallback, useMemo, useState } from 'react';
import { folded } from '@/i18n/folded';
import type { Column } from './columns';
import type { Sheet, SheetRow } from './sheet';

/** The column by which rows are sorted, and the order that this made: a row does not jump while it is written in. */
export interface Sorting {
  column: string;
  falling: boolean;
  order: readonly string[];
}

/** Which rows are shown, and in which order; what is kept and sent is not touched by it. */
export function useView(rows: Sheet, columns: readonly Column[]) {
  const [sought, seek] = useState('');
  const [sorting, setSorting] = useState<Sorting>();
  const order = sorting?.order;
  const shown = useMemo(() => {
    const found = sought ? rows.filter((row) => holds(row, columns, sought)) : rows;
    return order ? ordered(found, order) : found;
  }, [rows, columns, sought, order]);

  /** Rising, then falling, then as they are kept. */
  const sort = useCallback(
    (column: Column) => {
      const known = sorting?.column === column.key ? sorting : undefined;
      if (known?.falling) return setSorting(undefined);
      const falling = known !== undefined;
      setSorting({ column: column.key, falling, order: sortedBy(rows, column, falling) });
    },
    [rows, sorting],
  );

  return { shown, sought, seek, sorting, sort };
}

export type View = ReturnType<typeof useView>;

const holds = ({ fields }: SheetRow, columns: readonly Column[], sought: string) =>
  columns.some(({ read }) => folded(read(fields)).includes(folded(sought)));

/** Rows that have come since stand below. */
function ordered(rows: Sheet, order: readonly string[]): Sheet {
  const places = new Map(order.map((id, at) => [id, at]));
  const place = ({ id }: SheetRow) => places.get(id) ?? order.length;
  return rows.toSorted((one, other) => place(one) - place(other));
}

/** Cells in which nothing stands come last, whichever way. */
export function sortedBy(rows: Sheet, { read, rank = read }: Column, falling: boolean): string[] {
  const ranks = new Map(rows.map(({ id, fields }) => [id, rank(fields)]));
  const way = falling ? -1 : 1;
  return rows
    .map(({ id }) => id)
    .toSorted((one, other) => {
      const [left, right] = [ranks.get(one)!, ranks.get(other)!];
      if (left === '' || right === '') return Number(left === '') - Number(right === '');
      return way * (typeof left === 'number' && typeof right === 'number' ? left - right : compare(String(left), String(right)));
    });
}

const compare = new Intl.Collator('vi', { numeric: true }).compare;
