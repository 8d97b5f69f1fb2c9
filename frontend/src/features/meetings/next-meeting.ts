import type { Period } from '@/api/types';

/** The first meeting that is still to come, by the due points of the months; undefined where none is known. */
export function nextMeetingAt(periods: readonly Pick<Period, 'meeting_at'>[], now: Date = new Date()): string | undefined {
  const ahead = periods.flatMap(({ meeting_at: at }) => (at && new Date(at) > now ? [at] : []));
  return ahead.sort((a, b) => new Date(a).getTime() - new Date(b).getTime())[0];
}
