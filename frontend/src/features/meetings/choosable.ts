import type { Case, CaseState, Consolidation, PlanSummary } from '../../api/types';

type Inside = Consolidation['cases'][number];
type Reviewed = Pick<PlanSummary, 'id' | 'title' | 'unit' | 'digest'>;

interface Candidate {
  id: string;
  title: string;
  unit: string;
  /** It is inside with another content than it has now. */
  changed: boolean;
  /** The state of one that is inside and is no longer only reviewed. */
  leftIn?: CaseState;
}

/** What a consolidation may contain: what is inside already, in its order, then the other reviewed plans. */
export function choosable(inside: readonly Inside[], reviewed: readonly Reviewed[]): Candidate[] {
  const now = new Map(reviewed.map((plan) => [plan.id, plan]));
  const kept = inside.map(({ id, title, unit, state, digest }) => {
    const plan = now.get(id);
    if (!plan) return { id, title, unit, changed: false, leftIn: state };
    return { id, title: plan.title, unit, changed: plan.digest !== digest };
  });
  const held = new Set(inside.map(({ id }) => id));
  const others = reviewed.filter(({ id }) => !held.has(id));
  return [...kept, ...others.map(({ id, title, unit }) => ({ id, title, unit, changed: false }))];
}

/** Whether the server lets this person change it: it is an open draft, and submitting is their business. */
export function mayChange(kase: Pick<Case, 'state' | 'submitted' | 'acts'>): boolean {
  if (kase.state !== 'draft' || kase.submitted) return false;
  const submit = kase.acts.find(({ act }) => act === 'submit');
  return submit !== undefined && submit.reasons.every(({ code }) => code !== 'not-permitted');
}
