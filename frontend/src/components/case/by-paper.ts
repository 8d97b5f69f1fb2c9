import type { CaseState, Signature } from '@/api/types';

/** The paper by which something came into force without being signed here step by step. */
export interface ByPaper {
  /** Where it stood when that was recorded. */
  from: CaseState;
  number: string;
  /** YYYY-MM-DD. */
  date: string;
}

/** The paper that took a case to its end from an earlier state; nothing where it was signed here, or is on its way again. */
export function paperOf(chain: readonly Signature[]): ByPaper | undefined {
  const last = chain.findLast(({ from, to }) => from !== to);
  if (last?.act !== 'register' || !last.details.issued) return undefined;
  const { number, date } = last.details.issued;
  return { from: last.from, number, date };
}
