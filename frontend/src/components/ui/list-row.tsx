import type { ComponentProps } from 'react';
import classes from './list-row.module.css';

/** One thing of a `PlainList`; lines separate them, no box is around. */
export function ListRow({ className = '', ...props }: ComponentProps<'li'>) {
  return <li {...props} className={`${classes.row} ${className}`} />;
}
