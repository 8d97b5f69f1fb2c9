import type { Row } from '@/api/types';
import { placesOf } from '@/components/case/row-places';

interface DecidableRow {
  row: string;
  label: string;
  /** It waits for an event. */
  waits: boolean;
}

/** The rows of which an act may decide something: those that are neither ended nor stopped. */
export function decidableRows(rows: readonly Pick<Row, 'id' | 'section' | 'number' | 'text' | 'change' | 'stand'>[]): DecidableRow[] {
  const places = placesOf(rows);
  return rows.flatMap(({ change, stand }, index) =>
    change?.kind === 'ended' || stand?.stopped_on ? [] : [{ ...places[index]!, waits: stand?.waits ?? false }],
  );
}
