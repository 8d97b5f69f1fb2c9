/** What an answer of the server makes of the rows on the screen. Pure. */

import { same, type Sheet, type SheetRow, type Unfit, type Value } from './sheet';

/** What the server answers of an edit that it left out. */
export interface Refused extends Unfit {
  status: number;
  text: string;
}

/** A row with what somebody else has put into it. */
export function standing(row: SheetRow, refused: readonly Refused[]): SheetRow {
  const stands = refused.filter(({ id, field, stands }) => id === row.id && field !== 'id' && stands !== undefined);
  if (stands.length === 0) return row;
  return { ...row, fields: { ...row.fields, ...Object.fromEntries(stands.map(({ field, stands }) => [field, stands!])) } };
}

/** Cells that were sent and not touched since say what the server made of them: without blanks around, composed. */
export function trimmed(draft: Sheet, sent: Sheet, told: ReadonlyMap<string, SheetRow>): Sheet {
  const was = new Map(sent.map((row) => [row.id, row.fields]));
  return draft.map((row) => {
    const said = told.get(row.id)?.fields;
    if (!said) return row;
    const names = Object.keys(said).filter(
      (name) => same(row.fields[name], was.get(row.id)?.[name]) && !same(said[name], row.fields[name]),
    );
    return names.length === 0
      ? row
      : { ...row, fields: { ...row.fields, ...Object.fromEntries(names.map((name) => [name, said[name]!])) } };
  });
}

/** Rows stand again where they stood, with other ids or their own. */
export function rescued(draft: Sheet, typedBefore: Sheet, lost: ReadonlyMap<string, string>): Sheet {
  const rows = [...draft];
  typedBefore.forEach(({ id, fields }, at) => {
    const fresh = lost.get(id);
    if (!fresh) return;
    const above = typedBefore.slice(0, at).findLast((row) => rows.some((one) => one.id === (lost.get(row.id) ?? row.id)));
    const place = above ? rows.findIndex((one) => one.id === (lost.get(above.id) ?? above.id)) + 1 : 0;
    rows.splice(place, 0, { id: fresh, fields });
  });
  return rows;
}

/** What was typed into a cell, and why the server cannot keep it. */
export function heldBy(draft: Sheet, { id, field, text }: Refused): { mine: Value; error: string } {
  return { mine: draft.find((row) => row.id === id)?.fields[field] ?? '', error: text };
}

/** Whether the server says by now what was typed into a cell (its row's id and its field). */
export function isSettled(server: Sheet, key: string, mine: Value): boolean {
  const [id, field] = key.split(' ') as [string, string];
  return same(server.find((row) => row.id === id)?.fields[field], mine);
}
