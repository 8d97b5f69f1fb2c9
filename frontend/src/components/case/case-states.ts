import type { ParseKeys } from 'i18next';
import { BadgeCheck, CheckCheck, FilePen, FileSearch, Layers, Megaphone, type LucideIcon } from 'lucide-react';
import type { CaseKind, CaseState } from '@/api/types';

/** The road that cases travel, in order. */
export const ROAD: readonly CaseState[] = ['draft', 'unit-approved', 'monitor-reviewed', 'consolidated', 'presented'];

/** The road of a kind: an update is at its end once it is confirmed. */
export function roadOf(kind: CaseKind): readonly CaseState[] {
  return kind === 'update' ? ROAD.slice(0, ROAD.indexOf('monitor-reviewed') + 1) : ROAD;
}

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
      return reviewed(kind);
    case 'consolidated':
      return { label: 'state.consolidated', color: 'orange', Icon: Layers };
    case 'presented':
      return { label: presentedLabel(kind, issued), color: 'green', Icon: Megaphone };
    default:
      return unknownState(state);
  }
}

/** A monitoring report has no other monitor than the office; an update is at its end. */
function reviewed(kind: CaseKind): StateLook {
  if (kind === 'update') return { label: 'state.confirmed', color: 'green', Icon: BadgeCheck };
  const label = kind === 'monitoring-report' ? 'state.office-reviewed' : 'state.monitor-reviewed';
  return { label, color: 'violet', Icon: FileSearch };
}

function unknownState(state: never): never {
  throw new Error(`Unknown state: ${String(state)}`);
}
