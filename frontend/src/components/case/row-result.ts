import type { ParseKeys } from 'i18next';
import { CircleAlert } from 'lucide-react';
import { Done, Half, Open, type Sign } from '@/components/ui/signs';

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
  Icon: Sign;
  /** Its time has run out. */
  late: boolean;
}

function doneLabel({ late, completed_on, extended }: Pick<RowVerdict, 'late' | 'completed_on' | 'extended'>): ParseKeys {
  if (late) return 'result.doneLate';
  if (late === undefined || !completed_on) return 'result.done';
  return extended ? 'result.doneAsExtended' : 'result.doneInTime';
}

/** Word and sign of what a month found of a row. */
export function lookOfResult({ done, overdue, late, completed_on, extended }: RowVerdict): ResultLook {
  if (done === null) return { label: 'result.silent', Icon: Open, late: overdue };
  if (done) return { label: doneLabel({ late, completed_on, extended }), Icon: Done, late: false };
  if (overdue) return { label: 'result.openOverdue', Icon: CircleAlert, late: true };
  return { label: 'result.openInTime', Icon: Half, late: false };
}
