import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isTooLong, type CellNote, type Column } from './columns';
import type { SheetRow } from './sheet';
import { cellKey, type Synced } from './sync';

/**
 * A function that says of a cell why the server cannot keep what stands in it, and of a row that somebody else has deleted it.
 *
 * @param synced.rescued absent: what was deleted cannot stay as a new row.
 */
export function useHeldNotes({ held, rescued }: Pick<Synced, 'held'> & Partial<Pick<Synced, 'rescued'>>) {
  const { t } = useTranslation();
  return useCallback(
    (row: SheetRow, column: Column): CellNote | undefined => {
      const refused = column.fields.map((field) => held[cellKey(row.id, field)]).find((one) => one?.error);
      if (refused) return { text: refused.error!, severe: true };
      const text = column.read(row.fields);
      if (isTooLong(column, text)) return { text: t('tooLong', { length: text.length, limit: column.most! }), severe: true };
      return column.key === 'text' && rescued?.includes(row.id) ? { text: t('grid.rescued'), severe: false } : undefined;
    },
    [held, rescued, t],
  );
}
