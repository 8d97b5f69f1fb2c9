import type { Beginning, HandedKind } from '@/api/handover-types';

/** In the order in which a handover lists them. */
export const KINDS: readonly HandedKind[] = ['plan', 'row', 'remark', 'promise', 'file'];

type Gathered = Beginning['items'][number];

/** What goes along without these plans: what the person promised in a plan that they keep stays theirs, unless its row goes. */
export function goingAlong(items: readonly Gathered[], kept: readonly string[]): Gathered[] {
  const rows = new Set(items.filter(({ kind }) => kind === 'row').map(({ target }) => target));
  return items.filter(({ kind, target, within }) => {
    if (kind === 'plan') return !kept.includes(target);
    return kind !== 'promise' || rows.has(target) || !kept.includes(within ?? '');
  });
}

/** The plans that are sent: all of them are not named one by one. */
export function plansSent(items: readonly Gathered[], kept: readonly string[]): string[] | null {
  const plans = items.filter(({ kind }) => kind === 'plan').map(({ target }) => target);
  return plans.some((plan) => kept.includes(plan)) ? plans.filter((plan) => !kept.includes(plan)) : null;
}
