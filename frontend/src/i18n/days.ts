/** Days as people type them into a cell. Pure. */

import dayjs from 'dayjs';
import { today } from './time';

const PATTERN = /^(\d{1,2})[\s./-]+(\d{1,2})(?:[\s./-]+(\d{2}|\d{4}))?$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** On which side of today a day without its year lies. */
export type Side = 'past' | 'ahead';

/** The day (YYYY-MM-DD) that is meant: 15/9/2026, 15-9-26, or 15/9 of the year that is nearest on its side; undefined: none. */
export function readDay(typed: string, side: Side, now: string = today()): string | undefined {
  const text = typed.trim();
  const iso = ISO.exec(text);
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!);
  const [, day, month, year] = PATTERN.exec(text) ?? [];
  if (!day || !month) return undefined;
  return year ? dayOf(year.padStart(4, '20'), month, day) : nearest(month, day, side, now);
}

function nearest(month: string, day: string, side: Side, now: string): string | undefined {
  const current = Number(now.slice(0, 4));
  const years = side === 'past' ? [current, current - 1] : [current, current + 1];
  const days = years.map((year) => dayOf(String(year), month, day));
  return days.find((one) => one !== undefined && (side === 'past' ? one <= now : one >= now));
}

/** None where the calendar has no such day. */
function dayOf(year: string, month: string, day: string): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const found = dayjs(iso, 'YYYY-MM-DD', true);
  return found.isValid() ? iso : undefined;
}
