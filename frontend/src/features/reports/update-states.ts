import type { ParseKeys } from 'i18next';
import { BadgeCheck, FilePen, PenLine, Stamp, type LucideIcon } from 'lucide-react';
import type { RowUpdate } from '@/api/report-types';

export interface UpdateLook {
  label: ParseKeys;
  color: string;
  Icon: LucideIcon;
}

/** Where an update stands, said beside its row: what it still waits for, or that it counts. */
export function lookOfUpdate({ state, submitted }: Pick<RowUpdate, 'state' | 'submitted'>): UpdateLook {
  if (state === 'draft' && !submitted) return { label: 'state.draft', color: 'gray', Icon: FilePen };
  if (state === 'draft') return { label: 'standing.awaitingApproval', color: 'cyan', Icon: PenLine };
  if (state === 'unit-approved') return { label: 'update.signed', color: 'blue', Icon: Stamp };
  return { label: 'update.confirmed', color: 'green', Icon: BadgeCheck };
}
