import { useCallback, useMemo } from 'react';
import type { Plan } from '@/api/types';
import type { Bases } from './row-changes';
import type { RowMarks } from './row-marks';
import type { DraftRow } from './rows-draft';
import { useRowChanges } from './use-row-changes';

/** A function from a row as it stands on the screen to what stands beside its words; the same as long as the server's rows are. */
export function useRowMarks({ rows }: Pick<Plan, 'rows'>, bases: Bases): (row: DraftRow) => RowMarks {
  const changed = useRowChanges(bases);
  const known = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  return useCallback(
    (row) => {
      const { stand, due, clear, carried } = known.get(row.id) ?? {};
      return { change: changed(row), stand, event: due?.event ?? undefined, clear, carried };
    },
    [changed, known],
  );
}
