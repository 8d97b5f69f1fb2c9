import type { ParseKeys } from 'i18next';
import type { RowUpdate } from '@/api/report-types';
import { Done, Half, Open, Quarter, type Sign } from '@/components/ui/signs';

export interface UpdateLook {
  label: ParseKeys;
  Icon: Sign;
}

/** Where an update stands, said beside its row: what it still waits for, or that it counts. */
export function lookOfUpdate({ state, submitted }: Pick<RowUpdate, 'state' | 'submitted'>): UpdateLook {
  if (state === 'draft' && !submitted) return { label: 'state.draft', Icon: Open };
  if (state === 'draft') return { label: 'standing.awaitingApproval', Icon: Quarter };
  if (state === 'unit-approved') return { label: 'update.signed', Icon: Half };
  return { label: 'update.confirmed', Icon: Done };
}
