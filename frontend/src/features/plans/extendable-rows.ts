import type { Row } from '@/api/types';
import type { AskedRow } from '@/components/case/ask-extension';
import { placesOf } from '@/components/case/row-places';

type Known = Pick<Row, 'id' | 'section' | 'number' | 'text' | 'change' | 'stand' | 'due' | 'leads'>;

/** The rows in force with a day of their own that one of these units leads now: what it may ask to have put off. */
export function extendableRows(plan: { in_force: boolean; rows: readonly Known[] }, units: readonly string[]): AskedRow[] {
  if (!plan.in_force) return [];
  const places = placesOf(plan.rows);
  return plan.rows.flatMap((row, index) => (hasDay(row) && units.includes(leadOf(row)) ? [places[index]!] : []));
}

const leadOf = ({ stand, leads }: Known): string => stand?.led_by ?? leads[0] ?? '';

function hasDay({ change, stand, due }: Known): boolean {
  const gone = change?.kind === 'ended' || Boolean(stand?.stopped_on);
  return !gone && Boolean(stand ? stand.due_on : due?.end);
}
