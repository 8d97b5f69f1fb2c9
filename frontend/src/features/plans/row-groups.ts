import type { DraftRow } from './rows-draft';

export interface RowGroup {
  kind: DraftRow['kind'];
  section: string;
  rows: { row: DraftRow; index: number }[];
}

/** Neighbouring rows of one kind and section, in the plan's order. */
export function groupRows(rows: readonly DraftRow[]): RowGroup[] {
  const groups: RowGroup[] = [];
  rows.forEach((row, index) => {
    const last = groups.at(-1);
    if (last && last.kind === row.kind && last.section === row.section) last.rows.push({ row, index });
    else groups.push({ kind: row.kind, section: row.section, rows: [{ row, index }] });
  });
  return groups;
}
