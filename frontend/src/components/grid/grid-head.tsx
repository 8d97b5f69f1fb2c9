import { ArrowDownAZ, ArrowUpAZ, ArrowUpDown } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns';
import type { View } from './use-view';
import classes from './grid.module.css';

interface GridHeadProps {
  column: Column;
  style: CSSProperties | undefined;
  /** The active cell is below it: the keyboard reaches its button. */
  current: boolean;
  view: View;
  onChoose: () => void;
}

/** The head of a column: a click chooses all of it, its button sorts by it. */
export function GridHead({ column, style, current, view: { sorting, sort }, onChoose }: GridHeadProps) {
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
        <Icon size={14} aria-hidden />
      </button>
      {column.title}
    </th>
  );
}
