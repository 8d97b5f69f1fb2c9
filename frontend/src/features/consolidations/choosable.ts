import type { Consolidation } from '@/api/meeting-types';
import type { CaseKind, CaseState } from '@/api/types';

type Inside = Consolidation['cases'][number];

/** A checked plan or report. */
export interface Checked {
  id: string;
  kind: CaseKind;
  title: string;
  unit: string;
  digest: string;
}

interface Candidate {
  id: string;
  kind: CaseKind;
  title: string;
  /** Whose it is; a report's title says it already. */
  unit: string | null;
  /** It is inside with another content than it has now. */
  changed: boolean;
  /** The state of one that is inside and is no longer only checked. */
  leftIn?: CaseState;
}

/** What a consolidation may contain: what is inside already, in its order, then the others that are checked. */
export function choosable(inside: readonly Inside[], checked: readonly Checked[]): Candidate[] {
  const now = new Map(checked.map((item) => [item.id, item]));
  const kept = inside.map((item): Candidate => {
    const found = now.get(item.id);
    if (!found) return { ...candidate(item), leftIn: item.state };
    return { ...candidate({ ...item, title: found.title }), changed: found.digest !== item.digest };
  });
  const held = new Set(inside.map(({ id }) => id));
  return [...kept, ...checked.filter(({ id }) => !held.has(id)).map(candidate)];
}

function candidate({ id, kind, title, unit }: Pick<Checked, 'id' | 'kind' | 'title' | 'unit'>): Candidate {
  return { id, kind, title, unit: kind.endsWith('-report') ? null : unit, changed: false };
}
