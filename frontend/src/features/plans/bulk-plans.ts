import type { ActName, PlanSummary } from '@/api/types';

/** A plan among those that one click signs. */
export interface BulkPlan {
  id: string;
  digest: string;
  label: string;
  kind?: string;
  /** The acts that can be done with it where it stands. */
  begins: readonly ActName[];
}

type Listed = Pick<PlanSummary, 'id' | 'digest' | 'title' | 'kind' | 'begins' | 'issued_number'>;

/** The plan as the list shows it, with those of the acts that begin where it stands: its digest is what the signature will cite. */
export const bulkPlan = ({ id, digest, title, kind, begins, issued_number }: Listed, acts: readonly ActName[]): BulkPlan => ({
  id,
  digest,
  label: title,
  kind: 'plan',
  // Conclusions come from a meeting; what is recorded of a paper is recorded once.
  begins: kind === 'conclusions' ? [] : acts.filter((act) => begins.includes(act) && !(act === 'register' && issued_number)),
});
