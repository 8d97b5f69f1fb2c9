import { useState } from 'react';
import type { Sheet, SheetRow } from '@/components/grid/sheet';
import type { LineState } from './typed-sayings';

export const ONLY = ['all', 'wrong', 'new', 'changed'] as const;
export type Only = (typeof ONLY)[number];

interface Standing {
  hasError: (row: SheetRow) => boolean;
  stateOf: (row: SheetRow) => LineState | undefined;
}

/** Which lines are shown: those that stand so when it is chosen, for a line does not go away while it is mended. */
export function useOnly(draft: Sheet, { hasError, stateOf }: Standing) {
  const [which, setWhich] = useState<Only>('all');
  const [rows, setRows] = useState<ReadonlySet<string>>();
  const holds: Record<Only, (row: SheetRow) => boolean> = {
    all: () => true,
    wrong: hasError,
    new: (row) => stateOf(row)?.change === 'new',
    changed: (row) => ['post', 'changed'].includes(stateOf(row)?.change ?? ''),
  };
  function choose(value: Only) {
    setWhich(value);
    setRows(value === 'all' ? undefined : new Set(draft.filter(holds[value]).map(({ id }) => id)));
  }
  /** Those of the rows that are shown. */
  const of = (all: Sheet) => (rows ? all.filter(({ id }) => rows.has(id)) : all);
  return { which, choose, of };
}
