import type { ReadPeople, ReadUnits } from '@/api/administration-types';

/** What was read of a list in Excel. */
export type Read = ReadUnits | ReadPeople;

type Line = Read['lines'][number];

/** How many lines are new, differ (themselves, or in a post), or stand there already. */
export function counts({ lines }: Read): { made: number; changed: number; same: number } {
  const stands = (lines as readonly Line[]).map((line) =>
    line.change === 'same' && 'posts' in line && line.posts.some(({ change }) => change !== 'same') ? 'changed' : line.change,
  );
  const of = (change: Line['change']) => stands.filter((one) => one === change).length;
  return { made: of('new'), changed: of('changed'), same: of('same') };
}
