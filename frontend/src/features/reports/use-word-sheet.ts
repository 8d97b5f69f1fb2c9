import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshLive } from '@/api/query-client';
import { LIMITS } from '@/api/limits';
import type { MonitoringReport, UnitReport, UnitRow } from '@/api/report-types';
import type { Edits, Value } from '@/components/grid/sheet';
import type { Scope } from '@/components/grid/scope';
import type { Sent } from '@/components/grid/sheet-store';
import { useSheet } from '@/components/grid/use-sheet';
import { lengthOf } from '@/components/grid/withheld';
import { findingRows, type JudgedRow } from './drafted';
import { readNumber } from './numbers';
import { findingRow, resultRow, sendFindings, sendResults, type Wrong } from './words-sent';
import { isUnread, valueText } from './word-sheet';

type OnChanged = (id: string, changed: boolean) => void;

/** The unit's word on the rows of one report: the server's, with what is typed here, which goes there by itself. */
export function useResultSheet(part: UnitReport, onChanged: OnChanged, scope: Scope) {
  const rows = useMemo(() => new Map(part.rows.filter(isAsked).map((row) => [row.row, row])), [part.rows]);
  const server = useMemo(() => [...rows.values()].map((row) => resultRow(row.row, row)), [rows]);
  return { sheet: useWords(part, server, sendResults, onChanged, scope), rows };
}

export type ResultSheet = ReturnType<typeof useResultSheet>;

/** The verdicts of a monitoring report, those on the month before among them. */
export function useFindingSheet(report: MonitoringReport, onChanged: OnChanged, scope: Scope) {
  const rows = useMemo(() => new Map<string, JudgedRow>(findingRows(report).map((row) => [row.row, row])), [report]);
  const server = useMemo(() => [...rows.values()].map(findingRow), [rows]);
  return { sheet: useWords(report, server, sendFindings, onChanged, scope), rows };
}

export type FindingSheet = ReturnType<typeof useFindingSheet>;

/** A row that a month of a longer period settled is not asked any more. */
export const isAsked = ({ settled }: UnitRow) => settled === '';

function useWords(
  report: Pick<UnitReport, 'id' | 'editable'>,
  server: Parameters<typeof useSheet>[0]['server'],
  sendTo: (id: string, edits: Edits, wrong: Wrong) => Promise<Sent>,
  onChanged: OnChanged,
  scope: Scope,
) {
  const wrong = useWrong();
  const { id } = report;
  const send = useCallback((edits: Edits) => sendTo(id, edits, wrong), [id, sendTo, wrong]);
  const editable = report.editable.length === 0;
  const sheet = useSheet({ document: `report ${id}`, server, editable, send, onSaved: () => void refreshLive(), scope });
  const changed = sheet.status !== 'saved';
  useEffect(() => {
    onChanged(id, changed);
    return () => onChanged(id, false); // what is gone from the screen keeps nobody from signing the rest
  }, [onChanged, id, changed]);
  return sheet;
}

const MOST: Partial<Record<string, number>> = LIMITS.WordInput;

/** A function that says why a field cannot be sent as it stands; empty: it can. */
function useWrong(): Wrong {
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
