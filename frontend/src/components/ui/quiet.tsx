import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Sign } from './signs';
import classes from './quiet.module.css';

interface QuietProps {
  Icon?: Sign | undefined;
  /** The whole of it, for hovering. */
  title?: string;
  children: ReactNode;
}

/** A word about where something stands: text and a sign, never a colour. */
export function Quiet({ Icon, title, children }: QuietProps) {
  return (
    <span className={classes.quiet} title={title}>
      {Icon && (
        <span className={classes.sign}>
          <Icon size={16} aria-hidden />
        </span>
      )}
      <span>{children}</span>
    </span>
  );
}

/** That a time has passed: the only coloured pill. */
export function Late({ children }: { children: ReactNode }) {
  return <Badge>{children}</Badge>;
}

/** Late, or quiet. */
export function Stand({ late, ...props }: QuietProps & { late: boolean }) {
  return late ? <Late>{props.children}</Late> : <Quiet {...props} />;
}
