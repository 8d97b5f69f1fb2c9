import { useTranslation } from 'react-i18next';
import { wholeIn, type Column } from '@/components/grid/columns';
import { useGrid } from '@/components/grid/use-grid';
import type { SheetEditing } from '@/components/grid/use-sheet';
import { useHeldNotes } from '@/components/grid/use-held-notes';
import { useView } from '@/components/grid/use-view';
import { toast } from '@/components/ui/toast';
import { useFiles } from './use-files';

/** A grid of what is said of rows: rows are given, and take files as evidence; `whole`: how many lack nothing. */
export function useWordGrid(sheet: SheetEditing, columns: readonly Column[]) {
  const { t } = useTranslation();
  const view = useView(sheet.draft, columns);
  const files = useFiles(sheet);
  const grid = useGrid({
    columns,
    sheet: sheet.draft,
    shown: view.shown.map(({ id }) => id),
    typing: sheet.typing,
    change: sheet.store.change,
    undo: sheet.store.undo,
    redo: sheet.store.redo,
    type: sheet.store.type,
    onPasted: ({ beside }) => beside > 0 && toast(t('grid.beside', { n: beside })),
    onFiles: (ids, chosen) => files.mutate({ rows: ids, files: chosen }),
  });
  return { view, files, grid, whole: wholeIn(sheet.draft, columns), noteOf: useHeldNotes({ held: sheet.held }) };
}
