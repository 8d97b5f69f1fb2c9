import type { ParseKeys } from 'i18next';
import { CircleAlert, CircleCheck, CircleDashed, Clock, type LucideIcon } from 'lucide-react';

export interface RowVerdict {
  /** Null while nobody has said anything. */
  done: boolean | null;
  /** Its time has run out on the day of the report. */
  overdue: boolean;
  /** Done after its due day; left out where nobody says. */
  late?: boolean;
  /** The day on which it was done; what was signed before days were asked for has none. */
  completed_on?: string | null;
}

export interface ResultLook {
  label: ParseKeys;
  color: string;
  Icon: LucideIcon;
}

/** Word, colour and icon of what a month found of a row. */
export function lookOfResult({ done, overdue, late, completed_on }: RowVerdict): ResultLook {
  if (done === null) return { label: 'result.silent', color: overdue ? 'red' : 'gray', Icon: CircleDashed };
  if (done)
    return {
      label: late ? 'result.doneLate' : late === false && completed_on ? 'result.doneInTime' : 'result.done',
      color: 'green',
      Icon: CircleCheck,
    };
  if (overdue) return { label: 'result.openOverdue', color: 'red', Icon: CircleAlert };
  return { label: 'result.openInTime', color: 'orange', Icon: Clock };
}
