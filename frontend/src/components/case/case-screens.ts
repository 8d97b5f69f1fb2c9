import type { CaseKind } from '@/api/types';

/** The screen that shows cases of a kind. */
export function screenOf(kind: CaseKind) {
  switch (kind) {
    case 'consolidation':
      return '/consolidations/$id';
    case 'unit-report':
    case 'monitoring-report':
      return '/reports/$id';
    case 'update':
      return '/updates/$id';
    case 'instruction':
      return '/instructions/$id';
    case 'draft-opinion':
      return '/opinions/$id';
    case 'extension':
      return '/extensions/$id';
    case 'opening-sheet':
      return '/opening-sheets/$id';
    case 'handover':
      return '/handovers/$id';
    default:
      return '/plans/$id';
  }
}
