import { expect, it } from 'vitest';
import { nextMeetingAt } from './next-meeting';

const NOW = new Date('2025-08-28T00:00:00Z');
const at = (meeting_at: string | null) => ({ meeting_at });

it('is the first one still to come, whatever the order and the offset', () => {
  const periods = [at('2025-10-01T08:00:00+07:00'), at(null), at('2025-08-29T08:00:00+07:00'), at('2025-07-31T08:00:00+07:00')];
  expect(nextMeetingAt(periods, NOW)).toBe('2025-08-29T08:00:00+07:00');
});

it('is none where no month ahead is confirmed', () => {
  expect(nextMeetingAt([at(null), at('2025-07-31T08:00:00+07:00')], NOW)).toBeUndefined();
});
