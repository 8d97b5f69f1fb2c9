import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { LIMITS } from '@/api/limits';
import { queryClient, refreshLive } from '@/api/query-client';
import type { Plan, RowEdits, RowsEdited } from '@/api/types';
import type { Edits, Fields, Value } from '@/components/grid/sheet';
import type { Scope } from '@/components/grid/scope';
import type { Sent } from '@/components/grid/sheet-store';
import { lengthOf, withheld } from '@/components/grid/withheld';
import { useSheet } from '@/components/grid/use-sheet';
import { draftRow, sheetOf, sheetRow, type DraftRow } from './rows-draft';

/** The rows of a plan on the screen: the server's, with what is typed here, which goes there by itself. */
export function usePlanRows(plan: Plan, scope: Scope) {
  const { t } = useTranslation();
  const [reading, setReading] = useState(false);
  const server = useMemo(() => sheetOf(plan.rows), [plan.rows]);
  const send = useCallback(
    (edits: Edits) => sendRows(edits, patchPlan(plan.id), (length, limit) => t('tooLong', { length, limit })),
    [plan.id, t],
  );
  const onSaved = useCallback(() => {
    setReading(true);
    const read = [queryClient.invalidateQueries({ queryKey: keys.plan(plan.id) }), refreshLive()];
    void Promise.all(read).finally(() => setReading(false));
  }, [plan.id]);
  const sheet = useSheet({ document: `plan ${plan.id}`, server, editable: plan.editable.length === 0, send, onSaved, scope });
  const rows = useMemo(() => sheet.draft.map(draftRow), [sheet.draft]);
  return {
    rows,
    sheet,
    /** Something typed here is not at the server yet, or what the server makes of it is not here. */
    changed: sheet.status !== 'saved' || reading,
    change: (edit: (rows: DraftRow[]) => DraftRow[]) => sheet.store.change((now) => edit(now.map(draftRow)).map(sheetRow)),
  };
}

export type PlanRowsEditing = ReturnType<typeof usePlanRows>;

const MOST: Partial<Record<string, number>> = LIMITS.RowInput;

type Patch = (body: RowEdits) => Promise<Pick<RowsEdited, 'unfit'> & { rows: { said: { id: string } & Record<string, Value> }[] }>;

const patchPlan =
  (id: string): Patch =>
  (body) =>
    answer(client.PATCH('/api/v1/plans/{case_id}/rows', { params: { path: { case_id: id } }, body }));

/** Sends edits of rows; a text that is too long is answered here. */
export async function sendRows(edits: Edits, patch: Patch, tooLong: (length: number, limit: number) => string): Promise<Sent> {
  const fit = withheld(edits, (field, value) => (lengthOf(value) > mostOf(field) ? tooLong(lengthOf(value), mostOf(field)) : ''));
  const body = { ...fit.edits, rows: fit.edits.rows.map((row) => ({ ...row, was: mutable(row.was), is: mutable(row.is) })) };
  const removed = edits.removed.map((row) => ({ ...row, was: mutable(row.was) }));
  const said = await patch({ ...body, removed });
  return {
    refused: [...fit.refused, ...said.unfit.map((one) => ({ ...one, stands: (one.stands ?? undefined) as Value | undefined }))],
    said: said.rows.map(({ said: { id: row, ...fields } }) => ({ id: row, fields })),
  };
}

const mostOf = (field: string) => MOST[field] ?? Infinity;

/** As the generated types have it. */
const mutable = (fields: Fields) => fields as Record<string, never>;
