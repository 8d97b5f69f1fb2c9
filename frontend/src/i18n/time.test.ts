import { describe, expect, it } from 'vitest';
import { exactTime, instantOf, isPast, plainDate, relativeTo, today } from './time';

describe('time on the screen', () => {
  it('is the institution’s clock, wherever the browser is', () => {
    expect(exactTime('2026-11-22T18:30:00Z')).toBe('01:30 23/11/2026');
  });

  it('is read back from that clock', () => {
    expect(instantOf('2026-11-25', '14:00')).toBe('2026-11-25T07:00:00.000Z');
  });

  it('writes a date the Vietnamese way', () => {
    expect(plainDate('2025-07-25')).toBe('25/07/2025');
  });

  it('says how long ago in the language of the screen', () => {
    const threeHoursAgo = new Date(Date.now() - 3 * 3_600_000).toISOString();
    expect(relativeTo(threeHoursAgo, 'vi')).toBe('3 giờ trước');
    expect(relativeTo(threeHoursAgo, 'en')).toBe('3 hours ago');
  });

  it('knows which day the institution has', () => {
    expect(today(new Date('2026-11-22T18:30:00Z'))).toBe('2026-11-23');
  });

  it('knows the past', () => {
    const now = new Date('2026-11-22T00:00:00Z');
    expect(isPast('2026-11-21T23:59:59Z', now)).toBe(true);
    expect(isPast('2026-11-22T00:00:01Z', now)).toBe(false);
  });
});
