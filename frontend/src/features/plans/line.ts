import type { Revision } from '@/api/types';

/** Where a revision stands in the line of its plan. */
export type LinePlace = 'before' | 'now' | 'ahead' | 'under-way' | 'discarded';

type Held = Pick<Revision, 'state' | 'discarded' | 'holds_from' | 'holds_until'>;

/**
 * Where a revision stands on a day (YYYY-MM-DD): `holds_from` is the first day of its first month, `holds_until` that of the
 * month in which the next one takes its place.
 */
export function placeOf({ state, discarded, holds_from, holds_until }: Held, day: string): LinePlace {
  if (discarded) return 'discarded';
  if (state !== 'presented') return 'under-way';
  if (holds_until !== null && holds_until <= day) return 'before';
  return holds_from !== null && holds_from > day ? 'ahead' : 'now';
}

/** The label of the month (YYYY-MM) of a day, or of one so many months later. */
export function monthOf(day: string, later = 0): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + later;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The labels of the months from the one of a day to the one of another. */
export function monthsBetween(starts: string, ends: string): string[] {
  const months: string[] = [];
  for (let month = monthOf(starts); month <= monthOf(ends); month = monthOf(`${month}-01`, 1)) months.push(month);
  return months;
}

/** The id of the revision that holds on a day in the place of this one; undefined where it holds itself, or none does. */
export function replacedBy({ line, ...plan }: Held & { line: readonly (Held & Pick<Revision, 'id'>)[] }, day: string): string | undefined {
  if (placeOf(plan, day) !== 'before') return undefined;
  return line.find((revision) => placeOf(revision, day) === 'now')?.id;
}
