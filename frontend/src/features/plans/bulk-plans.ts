import type { PlanSummary } from '@/api/types';

/** A plan among those that one click signs. */
export interface BulkPlan {
  id: string;
  digest: string;
  label: string;
  kind?: string;
}

/** Conclusions come from a meeting, and what was thrown away goes nowhere. */
export const isPickable = ({ kind, discarded }: Pick<PlanSummary, 'kind' | 'discarded'>): boolean => kind !== 'conclusions' && !discarded;

/** The plan as the list shows it: its digest is what the signature will cite. */
export const bulkPlan = ({ id, digest, title }: Pick<PlanSummary, 'id' | 'digest' | 'title'>): BulkPlan => ({
  id,
  digest,
  label: title,
  kind: 'plan',
});
