import type { Consolidation } from '@/api/meeting-types';

type Standing = Pick<Consolidation, 'cases' | 'available'>;

export interface TakingIn {
  /** Checked reports that are not inside, or inside as they were before. */
  fresh: Consolidation['available'];
  /** Reports inside that are no longer checked: a fresh taking in leaves them out. */
  gone: Consolidation['cases'];
}

/** What a fresh taking in of the checked reports would change. */
export function takingIn({ cases, available }: Standing): TakingIn {
  const inside = new Map(cases.map(({ id, digest }) => [id, digest]));
  const checked = new Set(available.map(({ id }) => id));
  return {
    fresh: available.filter(({ id, digest }) => inside.get(id) !== digest),
    gone: cases.filter(({ id }) => !checked.has(id)),
  };
}
