import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CaseKind } from '@/api/types';

const NAMES: Readonly<Record<string, ParseKeys>> = {
  plan: 'plan.kinds.plan',
  target: 'plan.kinds.target',
  task: 'plan.kinds.task',
  conclusions: 'plan.kinds.conclusions',
  'unit-report': 'month.unitReports',
  'monitoring-report': 'month.monitoringReport',
  consolidation: 'nav.consolidations',
  update: 'report.update',
  extension: 'extension.title',
  handover: 'handover.title',
  'opening-sheet': 'openingSheet.title',
  instruction: 'instruction.title',
  'draft-opinion': 'opinion.title',
};

/** A function from a kind of case to its name; empty for one that this program does not know yet. */
export function useKindName(): (kind: CaseKind) => string {
  const { t } = useTranslation();
  return (kind) => {
    const name = NAMES[kind];
    return name ? t(name) : '';
  };
}
