import type { MatrixCell, MatrixReports } from '@/api/report-types';

/** What the status of a report does not say: that it waits to be checked, was sent back, or came after the closing. */
export type StandShown = 'waiting' | 'returned' | 'after';

type Report = Pick<MatrixReports['parts'][number] | NonNullable<MatrixCell['monitoring']>, 'stand' | 'after_closing'>;

/** What stands of several: sent back before waiting before after the closing. */
const FIRST: readonly StandShown[] = ['returned', 'waiting', 'after'];

export function standShown({ stand, after_closing }: Report): StandShown | null {
  if (stand === 'waiting' || stand === 'returned') return stand;
  return after_closing ? 'after' : null;
}

/** Of a unit's reports of one month, as the worst status stands for all of them. */
export function standOfAll(reports: readonly (Report | null)[]): StandShown | null {
  const shown = reports.map((report) => report && standShown(report));
  return FIRST.find((one) => shown.includes(one)) ?? null;
}
