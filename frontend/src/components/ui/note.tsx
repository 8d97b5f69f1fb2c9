import type { ComponentProps } from 'react';
import classes from './note.module.css';

/** What explains, or stands beside the matter: a quiet surface, no box. */
export function Note({ className = '', ...props }: ComponentProps<'section'>) {
  return <section {...props} className={`${classes.note} ${className}`} />;
}
