import type { Consolidation } from '../../api/meeting-types';
import { PLAN_KINDS } from '../../api/reference';
import { kindOfPeriod } from '../../i18n/periods';

/** Whether a consolidation is of what was reported in its period, rather than of the plans for it. */
export function isReported({ period, figures, missing }: Pick<Consolidation, 'period' | 'figures' | 'missing'>): boolean {
  return !PLAN_KINDS.includes(kindOfPeriod(period)) || figures.by_unit.length > 0 || missing.length > 0;
}
