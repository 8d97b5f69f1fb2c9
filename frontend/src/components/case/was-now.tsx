import type { ReactNode } from 'react';
import classes from './was-now.module.css';

interface Line {
  label: string;
  was: string;
  now: string;
}

/** Fields with what each said, struck through, and says. */
export function WasNow({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <dl className={classes.fields}>
      {lines.map(({ label, was, now }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {was && <del>{was}</del>} {now && <ins>{now}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One of several changed things, its edge coloured by what became of it. */
export function ChangedItem({ change, children }: { change: 'changed' | 'added' | 'gone'; children: ReactNode }) {
  return (
    <li className={classes.item} data-change={change}>
      {children}
    </li>
  );
}
