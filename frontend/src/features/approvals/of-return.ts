/** What belongs to the last return of a case. Pure. */

import type { Case, Remark } from '@/api/types';

/** The unit has it back, and has not sent it on. */
export const isBack = (kase: Pick<Case, 'state' | 'submitted' | 'returned'>) =>
  kase.state === 'draft' && !kase.submitted && kase.returned > 0;

/** Its remarks that have to be answered before it is sent on. */
export const ofReturn = (remarks: readonly Remark[], kase: Pick<Case, 'submission'>) =>
  remarks.filter(({ blocking, round, withdrawn_at }) => blocking && round === kase.submission && withdrawn_at === null);
