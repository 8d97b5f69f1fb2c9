import type { ReactNode } from 'react';
import classes from './fold.module.css';

/** What is one click away. */
export function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className={classes.fold}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
