import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { LIMITS } from '@/api/limits';
import { refreshLive } from '@/api/query-client';
import type { UnitReport, UnitRow, Word } from '@/api/report-types';
import type { components } from '@/api/schema';
import type { Refused } from '@/components/grid/answers';
import type { Edits, SheetRow, Value } from '@/components/grid/sheet';
import type { Sent } from '@/components/grid/sheet-store';
import { useSheet } from '@/components/grid/use-sheet';
import { lengthOf, withheld } from '@/components/grid/withheld';
import { readNumber } from './numbers';
import { SILENT } from './words';
import { fieldsOf, isUnread, valueText, wordOf } from './word-sheet';

/** As a grid holds it; `row` is never written. */
const sheetRow = (id: string, word: Word): SheetRow => ({ id, fields: { row: id, ...fieldsOf(word) } });

/** The unit's word on the rows of one report: the server's, with what is typed here, which goes there by itself. */
export function useResultSheet(part: UnitReport, onChanged: (id: string, changed: boolean) => void) {
  const wrong = useWrong();
  const rows = useMemo(() => new Map(part.rows.filter(isAsked).map((row) => [row.row, row])), [part.rows]);
  const server = useMemo(() => [...rows.values()].map((row) => sheetRow(row.row, row)), [rows]);
  const send = useCallback((edits: Edits) => sendResults(part.id, edits, wrong), [part.id, wrong]);
  const sheet = useSheet({
    document: `report ${part.id}`,
    server,
    editable: part.editable.length === 0,
    send,
    onSaved: () => void refreshLive(),
  });
  const changed = sheet.status !== 'saved';
  useEffect(() => onChanged(part.id, changed), [onChanged, part.id, changed]);
  return { sheet, rows };
}

export type ResultSheet = ReturnType<typeof useResultSheet>;

/** A row that a month of a longer period settled is not asked any more. */
export const isAsked = ({ settled }: UnitRow) => settled === '';

const MOST: Partial<Record<string, number>> = LIMITS.WordInput;

/** A function that says why a field cannot be sent as it stands; empty: it can. */
function useWrong() {
  const { t } = useTranslation();
  return useCallback(
    (field: string, value: Value): string => {
      if (field === 'value' && isUnread(value))
        return t(`report.numbers.${readNumber(valueText(value as string)).problem ?? 'unreadable'}`);
      if (isUnread(value)) return t(field === 'done' ? 'report.outcomeUnread' : 'report.dayUnread');
      const [length, limit] = [lengthOf(value), MOST[field] ?? Infinity];
      return length > limit ? t('tooLong', { length, limit }) : '';
    },
    [t],
  );
}

async function sendResults(id: string, edits: Edits, wrong: (field: string, value: Value) => string): Promise<Sent> {
  const fit = withheld(edits, wrong);
  const rows = fit.edits.rows
    .filter(({ is }) => Object.keys(is).length > 0)
    .map((row) => ({ id: row.id, was: wordOf(row.was), is: wordOf(row.is) }));
  if (rows.length === 0) return { refused: fit.refused, said: [] };
  const said = await answer(client.PATCH('/api/v1/reports/{case_id}/rows', { params: { path: { case_id: id } }, body: { rows } }));
  const sent = new Map(rows.map((row) => [row.id, Object.keys(row.is)]));
  return {
    refused: [...fit.refused, ...said.unfit.flatMap((one) => refusals(one, sent.get(one.id) ?? []))],
    said: said.rows.map(({ said: { id: row, ...word } }) => sheetRow(row, word as Word)),
  };
}

type Unfit = components['schemas']['UnfitOutput'];

/** A field that was left out; of a row that the report has no more, all that were sent. */
function refusals({ id, field, status, text, stands }: Unfit, sent: readonly string[]): Refused[] {
  if (field === 'id') return sent.map((name) => ({ id, field: name, status, text }));
  return [{ id, field, status, text, stands: status === 409 ? fieldsOf({ ...SILENT, [field]: stands })[field] : undefined }];
}
