import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import relativeTime from 'dayjs/plugin/relativeTime';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(relativeTime);
dayjs.extend(customParseFormat);

// The institutions' clock, wherever the browser is.
const ZONE = 'Asia/Ho_Chi_Minh';

export const DATE_FORMAT = 'DD/MM/YYYY';

/** "14:05 22/11/2026" in the institution's time zone. */
export function exactTime(iso: string): string {
  return dayjs(iso).tz(ZONE).format(`HH:mm ${DATE_FORMAT}`);
}

/** "14:05" of today, "14:05 22/11/2026" of another day. */
export function shortTime(at: Date, now: Date = new Date()): string {
  const here = dayjs(at).tz(ZONE);
  return here.format(here.isSame(dayjs(now).tz(ZONE), 'day') ? 'HH:mm' : `HH:mm ${DATE_FORMAT}`);
}

/** "22/11/2026" for a date without time (YYYY-MM-DD). */
export function plainDate(date: string): string {
  return dayjs(date, 'YYYY-MM-DD').format(DATE_FORMAT);
}

/** "3 giờ trước" in the screen's language. */
export function relativeTo(iso: string, language: string): string {
  return dayjs(iso).locale(language).fromNow();
}

/** The instant (ISO 8601, UTC) of a date (YYYY-MM-DD) and a time (HH:mm) on the institution's clock. */
export function instantOf(date: string, time: string): string {
  return dayjs.tz(`${date} ${time}`, 'YYYY-MM-DD HH:mm', ZONE).toISOString();
}

/** Today (YYYY-MM-DD) on the institution's calendar. */
export function today(now: Date = new Date()): string {
  return dayjs(now).tz(ZONE).format('YYYY-MM-DD');
}

export function isPast(iso: string, now: Date = new Date()): boolean {
  return new Date(iso).getTime() < now.getTime();
}

/** How long until an instant, or since: "3 ngày", in the screen's language. */
export function distanceTo(iso: string, language: string): string {
  return dayjs(iso).locale(language).fromNow(true);
}

/** The date (YYYY-MM-DD) and time (HH:mm) of an instant on the institution's clock. */
export function clockOf(iso: string): { date: string; time: string } {
  const at = dayjs(iso).tz(ZONE);
  return { date: at.format('YYYY-MM-DD'), time: at.format('HH:mm') };
}

/** "17:00 T4 25/11/2026": with the day of the week, which deadlines are read by. */
export function weekdayTime(iso: string, language: string): string {
  return dayjs(iso).tz(ZONE).locale(language).format(`HH:mm ddd ${DATE_FORMAT}`);
}
