import { queryOptions } from '@tanstack/react-query';
import { answer, client, seen } from '@/api/client';
import { keys } from '@/api/keys';
import { everyPage } from '@/api/pages';
import type { ReportChanges, UpdateChanges, UpdateInput, VerdictInput, WordInput } from '@/api/report-types';

export const sheetQuery = (period: string, unit: string) =>
  queryOptions({
    queryKey: keys.sheet(period, unit),
    queryFn: () => answer(client.GET('/api/v1/sheets/{label}/{code}', { params: { path: { label: period, code: unit } } })),
  });

/** A part of the sheet that nobody asks for: what the unit says of rows that it leads after another. */
export const beginBeside = (period: string, unit: string, monitor: string) =>
  answer(client.POST('/api/v1/sheets/{label}/{code}', { params: { path: { label: period, code: unit } }, body: { monitor } }));

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: keys.report(id),
    queryFn: () => answer(client.GET('/api/v1/reports/{case_id}', { params: { path: { case_id: id } } })),
  });

/** The units' reports of a period that this person sees. */
export const unitReportsQuery = (period: string) =>
  queryOptions({
    queryKey: keys.reports({ kind: 'unit', period }),
    queryFn: () => everyPage(answer(client.GET('/api/v1/reports', { params: { query: { kind: 'unit', period } } }))),
  });

/** The monitoring reports of a period that this person sees. */
export const monitoringReportsQuery = (period: string) =>
  queryOptions({
    queryKey: keys.reports({ kind: 'monitoring', period }),
    queryFn: () => everyPage(answer(client.GET('/api/v1/reports', { params: { query: { kind: 'monitoring', period } } }))),
  });

const on = (id: string, digest: string) => ({ path: { case_id: id }, header: seen(digest) });

/** The unit's word on some rows; the others stay as they are. */
export const putResults = (id: string, digest: string, rows: WordInput[]) =>
  answer(client.PUT('/api/v1/reports/{case_id}/rows', { params: on(id, digest), body: { rows } }));

/** The monitoring unit's verdict on some rows, those of the month before among them; the others stay as they are. */
export const putFindings = (id: string, digest: string, words: VerdictInput[]) => {
  const findings = words.filter(({ row }) => !row.includes('@'));
  const earlier = words.filter(({ row }) => row.includes('@')).map((word) => ({ ...word, row: word.row.split('@')[0]! }));
  return answer(client.PUT('/api/v1/reports/{case_id}/findings', { params: on(id, digest), body: { findings, earlier } }));
};

export const patchReport = (id: string, digest: string, body: ReportChanges) =>
  answer(client.PATCH('/api/v1/reports/{case_id}', { params: on(id, digest), body }));

/** Take over the words of one unit, or of all, as verdicts where there is none yet. */
export const agreeWith = (id: string, digest: string, unit?: string) =>
  answer(client.POST('/api/v1/reports/{case_id}/agree', { params: on(id, digest), body: unit ? { unit } : {} }));

export const updateQuery = (id: string) =>
  queryOptions({
    queryKey: keys.update(id),
    queryFn: () => answer(client.GET('/api/v1/updates/{case_id}', { params: { path: { case_id: id } } })),
  });

/** Begin an update of a row after its report; it is submitted and signed as any case. */
export const beginUpdate = (row: string, body: UpdateInput) =>
  answer(client.POST('/api/v1/rows/{row_id}/updates', { params: { path: { row_id: row } }, body }));

export const putUpdate = (id: string, digest: string, body: UpdateChanges) =>
  answer(client.PUT('/api/v1/updates/{case_id}', { params: on(id, digest), body }));
