import type { Notification } from '@/api/types';

const SHOWN_AT_ONCE = 3;

export interface News {
  shown: Notification[];
  /** How many more arrived than are shown one by one. */
  more: number;
  /** The highest position seen so far. */
  position: number;
}

/** What arrived after `seen` and is unread; nothing is news the first time (`seen` undefined). */
export function newsSince(seen: number | undefined, newestFirst: readonly Notification[]): News {
  const highest = Math.max(seen ?? 0, ...newestFirst.map((item) => item.position));
  if (seen === undefined) return { shown: [], more: 0, position: highest };
  const fresh = newestFirst.filter((item) => item.position > seen && !item.read);
  return { shown: fresh.slice(0, SHOWN_AT_ONCE), more: Math.max(0, fresh.length - SHOWN_AT_ONCE), position: highest };
}
