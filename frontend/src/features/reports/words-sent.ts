import { answer, client } from '@/api/client';
import type { Word } from '@/api/report-types';
import type { components } from '@/api/schema';
import { leftOf } from '@/components/case/shares';
import type { Refused } from '@/components/grid/answers';
import type { Edits, RowEdit, SheetRow, Value } from '@/components/grid/sheet';
import type { Sent } from '@/components/grid/sheet-store';
import { withheld } from '@/components/grid/withheld';
import type { JudgedRow } from './drafted';
import { fieldsOf, wordOf } from './word-sheet';
import { SILENT } from './words';

/** Why a field cannot be sent as it stands; empty: it can. */
export type Wrong = (field: string, value: Value) => string;

/** As a grid holds it; `row` is never written. */
export const resultRow = (id: string, word: Word): SheetRow => ({ id, fields: { row: id, ...fieldsOf(word) } });

/** The same of a verdict; `left`: of a class that is not done, the units that are not. */
export const findingRow = (row: JudgedRow): SheetRow => verdictRow(row.row, row, row.done === false ? leftOf(row).toSorted() : []);

function verdictRow(id: string, word: Word, left: readonly string[]): SheetRow {
  const { fields } = resultRow(id, word);
  return { id, fields: { ...fields, left } };
}

const edited = ({ rows }: Edits) =>
  rows
    .filter(({ is }) => Object.keys(is).length > 0)
    .map(({ id, was, is }: RowEdit) => ({ id: id.split('@')[0]!, key: id, was: wordOf(was), is: wordOf(is) }));

export async function sendResults(id: string, edits: Edits, wrong: Wrong): Promise<Sent> {
  const fit = withheld(edits, wrong);
  const rows = edited(fit.edits).map(({ key: _key, ...row }) => row);
  if (rows.length === 0) return { refused: fit.refused, said: [] };
  const said = await answer(client.PATCH('/api/v1/reports/{case_id}/rows', { params: { path: { case_id: id } }, body: { rows } }));
  return {
    refused: [...fit.refused, ...said.unfit.flatMap((one) => refusals(one, fit.edits))],
    said: said.rows.map(({ said: { id: row, ...word } }) => resultRow(row, word as Word)),
  };
}

/** A row of the month before is named with its month: the same row may stand in this one, too. */
export async function sendFindings(id: string, edits: Edits, wrong: Wrong): Promise<Sent> {
  const fit = withheld(edits, wrong);
  const rows = edited(fit.edits);
  if (rows.length === 0) return { refused: fit.refused, said: [] };
  const ofMonth = (before: boolean) => rows.filter(({ key }) => key.includes('@') === before).map(({ key: _key, ...row }) => row);
  const body = { findings: ofMonth(false), earlier: ofMonth(true) };
  const said = await answer(client.PATCH('/api/v1/reports/{case_id}/findings', { params: { path: { case_id: id } }, body }));
  const late = new Map(rows.filter(({ key }) => key.includes('@')).map(({ key }) => [key.split('@')[0]!, key]));
  const verdict = ({ said: { id: row, left, agreed: _agreed, ...word } }: Written, key = row) => verdictRow(key, word as Word, left);
  return {
    refused: [...fit.refused, ...said.unfit.flatMap((one) => refusals(one, fit.edits))],
    said: [...said.findings.map((one) => verdict(one)), ...said.earlier.map((one) => verdict(one, late.get(one.said.id)))],
  };
}

type Written = components['schemas']['VerdictWrittenOutput'];
type Unfit = components['schemas']['UnfitOutput'];

/** A field that was left out; of a row that the report has no more, all that were sent. */
function refusals({ id, field, status, text, stands }: Unfit, { rows }: Edits): Refused[] {
  if (field !== 'id') return [{ id, field, status, text, stands: status === 409 ? standing(field, stands) : undefined }];
  const sent = rows.find((row) => row.id === id || row.id.startsWith(`${id}@`));
  return Object.keys(sent?.is ?? {}).map((name) => ({ id: sent!.id, field: name, status, text }));
}

const standing = (field: string, stands: unknown): Value | undefined =>
  field === 'left' ? (stands as string[]) : fieldsOf({ ...SILENT, [field]: stands })[field];
