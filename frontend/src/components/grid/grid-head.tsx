import { ArrowDownAZ, ArrowUpAZ, ArrowUpDown } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns';
import { stickyAt } from './sticky';
import type { Hand } from './use-hand';
import type { View } from './use-view';
import classes from './grid.module.css';

interface GridHeadsProps extends Pick<View, 'sorting' | 'sort'> {
  columns: readonly Column[];
  /** Below which the active cell is: the keyboard reaches its button. */
  current: number;
  hand: Hand;
  onFocus: () => void;
}

/** The heads of the columns; they are not drawn again while somebody goes from row to row. */
export const GridHeads = memo(function GridHeads({ columns, current, hand, onFocus, ...view }: GridHeadsProps) {
  return (
    <tr aria-rowindex={1}>
      {columns.map((column, at) => (
        <GridHead
          key={column.key}
          column={column}
          style={stickyAt(columns, at)}
          current={at === current}
          {...view}
          onChoose={() => {
            onFocus();
            hand.chooseColumn(at);
          }}
        />
      ))}
    </tr>
  );
});

interface GridHeadProps extends Pick<View, 'sorting' | 'sort'> {
  column: Column;
  style: CSSProperties | undefined;
  current: boolean;
  onChoose: () => void;
}

/** A click chooses all of the column, its button sorts by it. */
function GridHead({ column, style, current, sorting, sort, onChoose }: GridHeadProps) {
  const { t } = useTranslation();
  const way = sorting?.column === column.key ? (sorting.falling ? 'descending' : 'ascending') : undefined;
  const Icon = way === undefined ? ArrowUpDown : way === 'ascending' ? ArrowDownAZ : ArrowUpAZ;
  return (
    <th
      scope="col"
      className={classes.head}
      style={style}
      aria-sort={way}
      data-current={current || undefined}
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <button
        type="button"
        className={classes.sort}
        tabIndex={current ? 0 : -1}
        aria-label={t('grid.sort', { column: column.title })}
        onMouseDown={(event) => event.stopPropagation()}
        onClick={() => sort(column)}
      >
        <Icon size={16} aria-hidden />
      </button>
      {column.title}
    </th>
  );
}
