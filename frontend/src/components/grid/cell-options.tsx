import { useEffect, useRef } from 'react';
import classes from './grid.module.css';

interface CellOptionsProps {
  options: readonly string[];
  /** The place of the one that is taken when the cell is left. */
  picked: number | undefined;
  id: string;
  label: string;
  onTake: (option: string) => void;
}

/** What can be chosen in the open cell, below it: by Alt and the arrows, or a click. */
export function CellOptions({ options, picked, id, label, onTake }: CellOptionsProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => void item.current?.scrollIntoView({ block: 'nearest' }), [picked]);
  if (options.length === 0) return null;
  return (
    <ul role="listbox" id={id} aria-label={label} className={classes.options}>
      {options.map((text, at) => (
        <li
          key={text}
          ref={at === picked ? item : undefined}
          role="option"
          id={`${id} ${at}`}
          aria-selected={at === picked}
          onMouseDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onTake(text);
          }}
        >
          {text}
        </li>
      ))}
    </ul>
  );
}
