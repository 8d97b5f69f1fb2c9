import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { newKey } from '@/api/idempotency';
import type { ImportPreview } from '@/api/types';
import { columnOf, wholeIn, type CellNote, type Column } from '@/components/grid/columns';
import type { Sheet, SheetRow } from '@/components/grid/sheet';
import { useGrid } from '@/components/grid/use-grid';
import { useHeldNotes } from '@/components/grid/use-held-notes';
import { useView } from '@/components/grid/use-view';
import { toast } from '@/components/ui/toast';
import { Clash, ReadAs } from './cell-sayings';
import { isJudged, isOpenWhenRead, noteAt, notesOf } from './import-problems';
import { blankRow, draftRow } from './rows-draft';
import type { ImportEditing } from './use-import-rows';
import { useRowColumns } from './use-plan-columns';

/** What was read, as a grid: in the columns of a plan's rows, with what is wrong or odd at its cell. */
export function useImportGrid(preview: ImportPreview, { sheet, read }: ImportEditing) {
  const { t } = useTranslation();
  const asked = useMemo(
    () => ({
      isOpen: isOpenWhenRead,
      readDue: (text: string) =>
        answer(client.GET('/api/v1/imports/{import_id}/due-time', { params: { path: { import_id: preview.id }, query: { text } } })),
    }),
    [preview.id],
  );
  const declared = useRowColumns(asked);
  const { errors, warnings } = preview;
  const notes = useMemo(() => notesOf({ errors, warnings }), [errors, warnings]);
  const judged = useMemo(() => new Map(sheet.server.map((row) => [row.id, row])), [sheet.server]);

  const { held, draft, store } = sheet;
  const heldNote = useHeldNotes(sheet);
  const noteOf = useCallback(
    (row: SheetRow, column: Column): CellNote | undefined => {
      return heldNote(row, column) ?? (isJudged(row, judged.get(row.id), column) ? noteAt(notes.get(row.id), column) : undefined);
    },
    [heldNote, judged, notes],
  );

  const besideOf = useCallback(
    (row: SheetRow, column: Column) => {
      return (
        <>
          <Clash row={row} column={column} held={held} store={store} />
          {column.key === 'due_text' && <ReadAs text={column.read(row.fields)} known={read.get(row.id)} />}
        </>
      );
    },
    [held, read, store],
  );

  const columns = useMemo(
    () =>
      declared.map((column) => ({
        ...column,
        lacks: (row: SheetRow) => noteOf(row, column)?.severe || (column.lacks?.(row) ?? false),
      })),
    [declared, noteOf],
  );
  const whole = useMemo(() => wholeIn(draft, columns), [draft, columns]);
  const view = useView(sheet.draft, columns);
  const ids = useMemo(() => view.shown.map(({ id }) => id), [view.shown]);
  const newRow = (rows: Sheet): SheetRow => {
    const { id, key: _key, ended: _ended, reason: _reason, ...fields } = blankRow(rows.slice(-1).map(draftRow), newKey(), preview.unit);
    return { id, fields };
  };
  const grid = useGrid({
    columns,
    sheet: sheet.draft,
    shown: ids,
    typing: sheet.typing,
    newRow,
    change: sheet.store.change,
    undo: sheet.store.undo,
    redo: sheet.store.redo,
    type: sheet.store.type,
    onPasted: ({ beside }) => beside > 0 && toast(t('grid.beside', { n: beside })),
  });

  return {
    columns,
    view,
    grid,
    noteOf,
    besideOf,
    whole,
    addRow: () => sheet.store.change((now) => [...now, newRow(now)]),
    /** Leads to the cell that says this field of the row. */
    goTo: (id: string, field: string) => {
      const column = columnOf(columns, field);
      const place = view.shown.findIndex((row) => row.id === id);
      if (place < 0) return view.seek('');
      grid.choose({ row: place, column: column ? columns.findIndex(({ key }) => key === column.key) : 0 }, false);
    },
  };
}

export type ImportGridState = ReturnType<typeof useImportGrid>;
