import type { MyWeek, WeekItem } from '@/api/week-types';

/** Under which heading a thing stands, in this order. */
export const PARTS = ['overdue', 'this', 'next', 'undated'] as const;
export type WeekPart = (typeof PARTS)[number];

function partOf(item: WeekItem, after: boolean, starts: string): WeekPart {
  if (item.overdue) return 'overdue';
  if (item.day === null) return 'undated';
  return after && item.day >= starts ? 'next' : 'this';
}

/**
 * What waits, by when: what is over its day first. Until the end of the week after there stands what is due in this one, too;
 * `after` says that the week shown is that one.
 */
export function partsOf({ items, starts }: MyWeek, after: boolean): { part: WeekPart; items: WeekItem[] }[] {
  return PARTS.map((part) => ({ part, items: items.filter((item) => partOf(item, after, starts) === part) })).filter(
    (found) => found.items.length > 0,
  );
}
