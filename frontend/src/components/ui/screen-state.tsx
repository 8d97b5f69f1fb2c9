import type { ReactNode } from 'react';
import type { Sign } from './signs';
import classes from './screen-state.module.css';

interface ScreenStateProps {
  Icon?: Sign;
  /** Said where the page's own title does not say it. */
  title?: string | undefined;
  /** It came up by itself: a screen reader says it at once. */
  alert?: boolean;
  /** What can be done next. */
  act?: ReactNode;
  children?: ReactNode;
}

/** Why there is nothing to see here, and what to do next: empty, refused and unreachable look the same. */
export function ScreenState({ Icon, title, alert, act, children }: ScreenStateProps) {
  return (
    <div className={classes.state} role={alert ? 'alert' : undefined}>
      {Icon && (
        <span className={classes.sign}>
          <Icon size={16} aria-hidden />
        </span>
      )}
      <div className={classes.words}>
        {title && <span className={classes.title}>{title}</span>}
        {children && <div>{children}</div>}
        {act}
      </div>
    </div>
  );
}
