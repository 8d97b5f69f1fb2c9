import type { DuePoint, PeriodInput } from '@/api/report-types';
import type { PeriodKind } from '@/i18n/periods';
import { clockOf, instantOf } from '@/i18n/time';

export const POINTS: readonly DuePoint[] = ['unit_due_at', 'office_due_at', 'leadership_due_at', 'meeting_at'];

/** A due point as it is typed. */
export interface Clock {
  date: string;
  time: string;
}

export type Clocks = Record<DuePoint, Clock>;

export function clocksOf(points: Record<DuePoint, string>): Clocks {
  return Object.fromEntries(POINTS.map((point) => [point, clockOf(points[point])])) as Clocks;
}

/** The points that were changed, as PATCH takes them; a point without date or time stays as it is. */
export function changedPoints(before: Record<DuePoint, string>, typed: Clocks): Partial<Record<DuePoint, string>> {
  const changed = POINTS.flatMap((point) => {
    const { date, time } = typed[point];
    const was = clockOf(before[point]);
    if (!date || !time || (date === was.date && time === was.time)) return [];
    return [[point, instantOf(date, time)]];
  });
  return Object.fromEntries(changed) as Partial<Record<DuePoint, string>>;
}

/** "2026-2027" of a day (YYYY-MM-DD): a school year begins in August. */
export function schoolYearOf(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const begins = month < 8 ? year - 1 : year;
  return `${begins}-${begins + 1}`;
}

export const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

const BLANK: Clock = { date: '', time: '17:00' };
export const NO_CLOCKS: Clocks = { unit_due_at: BLANK, office_due_at: BLANK, leadership_due_at: BLANK, meeting_at: BLANK };

/** A period beside the months while it is typed. */
export interface NewPeriod {
  kind: Exclude<PeriodKind, 'month'>;
  /** "2026", or "2026-2027" for a school year and its semesters. */
  year: string;
  /** Which quarter, half-year or semester of it. */
  part: string;
  /** Of a year: whether it is reported on, and not only holds plans. */
  reported: boolean;
  /** What a review is called. */
  name: string;
  starts: string;
  ends: string;
  clocks: Clocks;
}

/** How many of its kind a year has, and the letter that its label has for them. */
export const PARTS = { quarter: { letter: 'Q', of: 4 }, 'half-year': { letter: 'H', of: 2 }, semester: { letter: 'S', of: 2 } } as const;

export function isPart(kind: PeriodKind): kind is keyof typeof PARTS {
  return kind in PARTS;
}

/** What POST takes: the label of a part of a year or a year; a review also says its days and due points. */
export function periodInput({ kind, year, part, reported, name, starts, ends, clocks }: NewPeriod): PeriodInput {
  if (isPart(kind)) return { kind, label: `${year.trim()}-${PARTS[kind].letter}${part}` };
  if (kind === 'nine-months') return { kind, label: `${year.trim()}-9M` };
  if (kind !== 'review') return { kind, label: year.trim(), reported };
  const points = POINTS.filter((point) => clocks[point].date && clocks[point].time);
  return {
    kind,
    label: name.trim(),
    ...(starts && { starts }),
    ...(ends && { ends }),
    ...Object.fromEntries(points.map((point) => [point, instantOf(clocks[point].date, clocks[point].time)])),
  };
}

/** The school years to choose from: those there are, and the one that follows the latest. */
export function yearsToOffer(periods: readonly { kind: string; label: string }[]): string[] {
  const known = periods.filter(({ kind }) => kind === 'school-year').map(({ label }) => label);
  const latest = known.toSorted().at(-1);
  if (!latest) return [];
  const begins = Number(latest.slice(0, 4)) + 1;
  return [...known, `${begins}-${begins + 1}`].toSorted().reverse();
}
