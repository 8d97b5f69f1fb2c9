import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { queryClient } from '@/api/query-client';
import type { ImportPreview, ImportRow } from '@/api/types';
import type { Edits, SheetRow } from '@/components/grid/sheet';
import { ALL_OPEN } from '@/components/grid/scope';
import { useSheet } from '@/components/grid/use-sheet';
import { importQuery } from './queries';
import { sendRows } from './use-plan-rows';

/** What was read of a workbook, on the screen: with what is mended here, which goes to the server by itself. */
export function useImportRows(preview: ImportPreview) {
  const { t } = useTranslation();
  const { id } = preview;
  const [written, setWritten] = useState<ReadonlyMap<string, ImportRow>>(new Map());
  const server = useMemo(() => preview.rows.map(importedRow), [preview.rows]);
  const send = useCallback(
    (edits: Edits) =>
      sendRows(
        edits,
        async (body) => {
          // What is being read now is of before.
          await queryClient.cancelQueries({ queryKey: keys.importRead(id) });
          const { rows, unfit, ...found } = await answer(
            client.PATCH('/api/v1/imports/{import_id}/rows', { params: { path: { import_id: id } }, body }),
          );
          // The rows stay as they were read: the sheet knows what became of them.
          queryClient.setQueryData(importQuery(id).queryKey, (now) => now && { ...now, ...found });
          setWritten((before) => new Map([...before, ...rows.map((row) => [row.id, row] as const)]));
          return { unfit, rows: rows.map(saidOf) };
        },
        (length, limit) => t('tooLong', { length, limit }),
      ),
    [id, t],
  );
  const sheet = useSheet({ document: `import ${id}`, server, editable: true, send, onSaved: nothing, scope: ALL_OPEN });
  const read = useMemo(() => new Map([...preview.rows.map((row) => [row.id, row] as const), ...written]), [preview.rows, written]);
  return { sheet, read };
}

/** The sheet; and each row as the server understood it last. */
export type ImportEditing = ReturnType<typeof useImportRows>;

const nothing = () => undefined;

/** The fields of a row that a person writes. */
const saidOf = ({ row: _row, due: _due, ...said }: ImportRow) => ({ said });

function importedRow(row: ImportRow): SheetRow {
  const { id, ...fields } = saidOf(row).said;
  return { id, fields };
}
