import type { ParseKeys } from 'i18next';
import { CheckCheck, FilePen, FileSearch, Layers, Megaphone, type LucideIcon } from 'lucide-react';
import type { CaseKind, CaseState } from '@/api/types';

/** The road every case travels, in order. */
export const ROAD: readonly CaseState[] = ['draft', 'unit-approved', 'monitor-reviewed', 'consolidated', 'presented'];

export interface StateLook {
  label: ParseKeys;
  color: string;
  Icon: LucideIcon;
}

/** Plans come into force, conclusions with the close of their meeting; everything else was heard. */
function presentedLabel(kind: CaseKind, issued: boolean): ParseKeys {
  if (kind === 'conclusions') return 'state.inForce';
  if (['consolidation', 'unit-report', 'monitoring-report'].includes(kind)) return 'state.presented';
  return issued ? 'state.issued' : 'state.adopted';
}

/** Kinds with a short way call its states in words of their own. */
const OWN_WORDS: Partial<Record<CaseKind, Partial<Record<CaseState, ParseKeys>>>> = {
  instruction: {
    draft: 'instruction.stands.open',
    'unit-approved': 'instruction.stands.answered',
    'monitor-reviewed': 'instruction.filters.ended',
  },
  'draft-opinion': { draft: 'opinion.stands.asked', 'unit-approved': 'opinion.given' },
};

/** Word, colour and icon of a state; throws on a state this program does not know. */
export function lookOf(state: CaseState, kind: CaseKind, issued = false): StateLook {
  const look = usualLook(state, kind, issued);
  return { ...look, label: OWN_WORDS[kind]?.[state] ?? look.label };
}

function usualLook(state: CaseState, kind: CaseKind, issued: boolean): StateLook {
  switch (state) {
    case 'draft':
      return { label: 'state.draft', color: 'gray', Icon: FilePen };
    case 'unit-approved':
      return { label: 'state.unit-approved', color: 'blue', Icon: CheckCheck };
    case 'monitor-reviewed':
      return { label: reviewedLabel(kind), color: 'violet', Icon: FileSearch };
    case 'consolidated':
      return { label: 'state.consolidated', color: 'orange', Icon: Layers };
    case 'presented':
      return { label: presentedLabel(kind, issued), color: 'green', Icon: Megaphone };
    default:
      return unknownState(state);
  }
}

/** A monitoring report has no other monitor than the office. */
function reviewedLabel(kind: CaseKind): ParseKeys {
  return kind === 'monitoring-report' ? 'state.office-reviewed' : 'state.monitor-reviewed';
}

function unknownState(state: never): never {
  throw new Error(`Unknown state: ${String(state)}`);
}
