import type { ParseKeys } from 'i18next';
import { Ban } from 'lucide-react';
import type { Adoption, CaseKind, CaseState } from '@/api/types';
import { Done, Half, Open, Quarter, ThreeQuarters, type Sign } from '@/components/ui/signs';

/** The road that cases travel, in order. */
export const ROAD: readonly CaseState[] = ['draft', 'unit-approved', 'monitor-reviewed', 'consolidated', 'presented'];

/** Kinds that do not go through each state. */
const SHORTER: Partial<Record<CaseKind, readonly CaseState[]>> = {
  update: ['draft', 'unit-approved', 'monitor-reviewed'],
  consolidation: ['draft', 'consolidated', 'presented'],
  conclusions: ['draft', 'presented'],
};

/** The states that a kind goes through, none that it skips. */
export const roadOf = (kind: CaseKind): readonly CaseState[] => SHORTER[kind] ?? ROAD;

export interface StateLook {
  label: ParseKeys;
  Icon: Sign;
}

/** How a plan came into force; `assigned` names the document. */
const ADOPTED: Record<Adoption, ParseKeys> = {
  'not-yet': 'state.adopted',
  adopted: 'state.adoptedUnnumbered',
  issued: 'state.issued',
  assigned: 'state.assigned',
};

/** A draft that was thrown away: no state of the road. */
export const DISCARDED: StateLook = { label: 'state.discarded', Icon: Ban };

/** Plans come into force, conclusions with the close of their meeting; everything else was heard. */
function presentedLabel(kind: CaseKind, adoption: Adoption): ParseKeys {
  if (kind === 'conclusions') return 'state.inForce';
  if (['consolidation', 'unit-report', 'monitoring-report'].includes(kind)) return 'state.presented';
  return ADOPTED[adoption];
}

/** A plan waits for the leadership's signature on the list of the year, in no consolidation. */
const LISTED: Partial<Record<CaseState, ParseKeys>> = { consolidated: 'state.listed' };

/** Kinds with a short way call its states in words of their own. */
const OWN_WORDS: Partial<Record<CaseKind, Partial<Record<CaseState, ParseKeys>>>> = {
  plan: LISTED,
  target: LISTED,
  task: LISTED,
  instruction: {
    draft: 'instruction.stands.open',
    'unit-approved': 'instruction.stands.answered',
    'monitor-reviewed': 'instruction.filters.ended',
  },
  handover: { 'unit-approved': 'handover.signed' },
  'draft-opinion': { draft: 'opinion.stands.asked', 'unit-approved': 'opinion.given' },
};

/** Word and sign of a state; throws on a state this program does not know. */
export function lookOf(state: CaseState, kind: CaseKind, adoption: Adoption = 'not-yet'): StateLook {
  const look = usualLook(state, kind, adoption);
  return { ...look, label: OWN_WORDS[kind]?.[state] ?? look.label };
}

function usualLook(state: CaseState, kind: CaseKind, adoption: Adoption): StateLook {
  switch (state) {
    case 'draft':
      return { label: 'state.draft', Icon: Open };
    case 'unit-approved':
      return { label: 'state.unit-approved', Icon: Quarter };
    case 'monitor-reviewed':
      return reviewed(kind);
    case 'consolidated':
      return { label: 'state.consolidated', Icon: ThreeQuarters };
    case 'presented':
      return { label: presentedLabel(kind, adoption), Icon: Done };
    default:
      return unknownState(state);
  }
}

/** A monitoring report has no other monitor than the office; an update is at its end. */
function reviewed(kind: CaseKind): StateLook {
  if (kind === 'update') return { label: 'state.confirmed', Icon: Done };
  const label = kind === 'monitoring-report' ? 'state.office-reviewed' : 'state.monitor-reviewed';
  return { label, Icon: Half };
}

function unknownState(state: never): never {
  throw new Error(`Unknown state: ${String(state)}`);
}
