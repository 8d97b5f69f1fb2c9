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
  /** It was put off; its time is then the day that was granted. */
  extended?: object | null;
}

export interface ResultLook {
  label: ParseKeys;
  color: string;
  Icon: LucideIcon;
}

function doneLabel({ late, completed_on, extended }: Pick<RowVerdict, 'late' | 'completed_on' | 'extended'>): ParseKeys {
  if (late) return 'result.doneLate';
  if (late === undefined || !completed_on) return 'result.done';
  return extended ? 'result.doneAsExtended' : 'result.doneInTime';
}

/** Word, colour and icon of what a month found of a row. */
export function lookOfResult({ done, overdue, late, completed_on, extended }: RowVerdict): ResultLook {
  if (done === null) return { label: 'result.silent', color: overdue ? 'red' : 'gray', Icon: CircleDashed };
  if (done) return { label: doneLabel({ late, completed_on, extended }), color: 'green', Icon: CircleCheck };
  if (overdue) return { label: 'result.openOverdue', color: 'red', Icon: CircleAlert };
  return { label: 'result.openInTime', color: 'orange', Icon: Clock };
}
