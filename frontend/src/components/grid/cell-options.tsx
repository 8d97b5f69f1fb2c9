import { useEffect, useRef } from 'react';
import type { GridState } from './use-grid';
import classes from './grid.module.css';

interface CellOptionsProps {
  grid: GridState;
  id: string;
  label: string;
}

/** What can be chosen in the open cell, below it: by Alt and the arrows, or a click. */
export function CellOptions({ grid: { options, open, leave }, id, label }: CellOptionsProps) {
  const picked = useRef<HTMLLIElement>(null);
  useEffect(() => void picked.current?.scrollIntoView({ block: 'nearest' }), [open?.picked]);
  if (options.length === 0) return null;
  return (
    <ul role="listbox" id={id} aria-label={label} className={classes.options}>
      {options.map((text, at) => (
        <li
          key={text}
          ref={at === open?.picked ? picked : undefined}
          role="option"
          id={`${id} ${at}`}
          aria-selected={at === open?.picked}
          onMouseDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            leave(true, text);
          }}
        >
          {text}
        </li>
      ))}
    </ul>
  );
}
