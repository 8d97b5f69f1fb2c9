/** What a unit said of the same rows a month ago, as a beginning. Pure. */

import type { UnitRow } from '@/api/report-types';
import type { Period } from '@/api/types';
import type { Sheet } from '@/components/grid/sheet';

/** What is worth beginning with; a day, a figure and evidence are new each month. */
const TAKEN = ['result', 'cause', 'remedy'] as const;

/** The label of the month that ended last before this period. */
export function monthBefore(periods: readonly Period[], label: string): string | undefined {
  const now = periods.find((period) => period.label === label);
  const before = periods.filter(({ kind, ends }) => kind === 'month' && now && ends < now.starts);
  return before.toSorted((one, other) => one.ends.localeCompare(other.ends)).at(-1)?.label;
}

/** The rows with what was said then, where nothing is written yet; in how many rows. */
export function filledFrom(sheet: Sheet, then: readonly UnitRow[]): { sheet: Sheet; count: number } {
  const said = new Map(then.map((row) => [row.row, row]));
  let count = 0;
  const filled = sheet.map((row) => {
    const old = said.get(row.id);
    const taken = TAKEN.filter((name) => old?.[name] && row.fields[name] === '');
    if (taken.length === 0) return row;
    count += 1;
    return { ...row, fields: { ...row.fields, ...Object.fromEntries(taken.map((name) => [name, old![name]])) } };
  });
  return { sheet: filled, count };
}
