import { describe, expect, it } from 'vitest';
import type { Notification } from '@/api/types';
import { newsSince } from './news';

const at = (position: number, read = false) => ({ position, read }) as Notification;

describe('news', () => {
  it('is nothing when the window opens', () => {
    expect(newsSince(undefined, [at(7), at(6)])).toEqual({ shown: [], more: 0, position: 7 });
  });

  it('is what arrived since and is unread', () => {
    expect(newsSince(5, [at(8), at(7, true), at(6), at(5)])).toEqual({ shown: [at(8), at(6)], more: 0, position: 8 });
  });

  it('is not shouted when there is much of it', () => {
    const news = newsSince(
      0,
      [5, 4, 3, 2, 1].map((position) => at(position)),
    );
    expect(news.shown.map((item) => item.position)).toEqual([5, 4, 3]);
    expect(news.more).toBe(2);
  });

  it('never goes back', () => {
    expect(newsSince(9, []).position).toBe(9);
  });
});
