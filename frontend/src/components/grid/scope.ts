/** What of a document that was returned can be changed: what was marked, and what was opened beside (docs/adr/0055). */

import { createContext, useContext } from 'react';
import type { Case } from '@/api/types';
import type { Column } from './columns';
import { same, type Sheet, type SheetRow } from './sheet';

export interface Scope {
  limited: boolean;
  /** Whose: what more can be opened is opened there. */
  caseId?: string;
  /** Whether a field of a row can be changed; without one: whether all of the row can. */
  allows: (row: string, field?: string) => boolean;
}

export const ALL_OPEN: Scope = { limited: false, allows: () => true };

/** What stands above the rows is the row without a name; fields that are open there are in every row. */
export function scopeOf(kase: Pick<Case, 'id' | 'open'> | undefined): Scope {
  if (!kase?.open) return ALL_OPEN;
  const { id: caseId, open } = kase;
  const fieldsOf = new Map(open.map(({ row, fields }) => [row, fields]));
  const everywhere = fieldsOf.get('') ?? [];
  return {
    limited: true,
    caseId,
    allows: (row, field) => {
      const fields = fieldsOf.get(row.split('@')[0]!); // a verdict on the month before is on the same row
      if (fields && (fields.length === 0 || (field !== undefined && fields.includes(field)))) return true;
      return field !== undefined && everywhere.includes(field);
    },
  };
}

export const ScopeOfCase = createContext<Scope>(ALL_OPEN);
export const useScope = () => useContext(ScopeOfCase);

/** Whether nothing that stands in the cell can be changed. */
export const isClosed = ({ limited, allows }: Scope, row: SheetRow, { fields, write }: Column) =>
  limited && write !== undefined && !fields.some((field) => allows(row.id, field));

/** A row's number changes whenever one before it is taken out. */
const FREE = 'number';

/** What becomes of rows where only what is open changes: everything else stands as it stood. */
export function openPart(before: Sheet, after: Sheet, { limited, allows }: Scope): Sheet {
  if (!limited) return after;
  const wanted = new Map(after.map((row) => [row.id, row]));
  const old = new Map(before.map((row) => [row.id, row]));
  const closedOrder = before.filter(({ id }) => !allows(id)).map(({ id }) => id);
  const stays = ({ id }: SheetRow) => old.has(id) || allows(id);
  const rows = after.filter(stays).map((row) => kept(old.get(row.id), row, allows));
  const gone = closedOrder.filter((id) => !wanted.has(id));
  const order = rows.filter(({ id }) => !allows(id)).map(({ id }) => id);
  const moved = order.join() !== closedOrder.filter((id) => wanted.has(id)).join();
  return gone.length > 0 || moved ? before.map((row) => kept(row, wanted.get(row.id) ?? row, allows)) : rows;
}

function kept(before: SheetRow | undefined, after: SheetRow, allows: Scope['allows']): SheetRow {
  if (!before || before === after) return after;
  const closed = Object.keys(after.fields).filter(
    (field) => field !== FREE && !same(before.fields[field], after.fields[field]) && !allows(after.id, field),
  );
  if (closed.length === 0) return after;
  return { ...after, fields: { ...after.fields, ...Object.fromEntries(closed.map((field) => [field, before.fields[field]!])) } };
}
