import { useTranslation } from 'react-i18next';
import { isTooLong, type CellNote, type Column } from '@/components/grid/columns';
import type { SheetRow } from '@/components/grid/sheet';
import { cellKey } from '@/components/grid/sync';
import type { SheetEditing } from '@/components/grid/use-sheet';

/** A function that says why a cell of words cannot stay so. */
export function useNoteOf(sheet: SheetEditing) {
  const { t } = useTranslation();
  return (row: SheetRow, column: Column): CellNote | undefined => {
    const held = column.fields.map((field) => sheet.held[cellKey(row.id, field)]).find((one) => one?.error);
    if (held) return { text: held.error!, severe: true };
    const text = column.read(row.fields);
    return isTooLong(column, text) ? { text: t('tooLong', { length: text.length, limit: column.most! }), severe: true } : undefined;
  };
}
