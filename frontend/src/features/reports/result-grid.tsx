import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnitReport } from '@/api/report-types';
import { isTooLong, type CellNote, type Column } from '@/components/grid/columns';
import { Grid } from '@/components/grid/grid';
import { GridTools } from '@/components/grid/grid-tools';
import type { SheetRow } from '@/components/grid/sheet';
import { cellKey } from '@/components/grid/sync';
import { useGrid } from '@/components/grid/use-grid';
import { useView } from '@/components/grid/use-view';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { toast } from '@/components/ui/toast';
import { ResultBeside } from './result-beside';
import { ResultTools } from './result-tools';
import { useFiles } from './use-files';
import type { ResultSheet } from './use-result-sheet';
import { useWordColumns } from './use-word-columns';

interface ResultGridProps extends ResultSheet {
  part: UnitReport;
}

/** A month's sheet, typed in like a spreadsheet: what is asked at the left, the unit's word beside it. */
export function ResultGrid({ part, sheet, rows }: ResultGridProps) {
  const { t } = useTranslation();
  const columns = useWordColumns(rows);
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
  const whole = sheet.draft.filter((row) => columns.every(({ lacks }) => !lacks?.(row))).length;

  function noteOf(row: SheetRow, column: Column): CellNote | undefined {
    const held = column.fields.map((field) => sheet.held[cellKey(row.id, field)]).find((one) => one?.error);
    if (held) return { text: held.error!, severe: true };
    const text = column.read(row.fields);
    if (isTooLong(column, text)) return { text: t('tooLong', { length: text.length, limit: column.most! }), severe: true };
    return undefined;
  }

  return (
    <>
      <GridTools sheet={sheet} sought={view.sought} onSeek={view.seek} whole={whole} onGap={() => grid.obey({ kind: 'gap' })}>
        <ResultTools part={part} sheet={sheet} grid={grid} rows={rows} />
      </GridTools>
      {files.isPending && <Text size="sm">{t('register.uploading')}</Text>}
      <ProblemAlert error={files.error} />
      <Grid
        label={t('report.grid')}
        columns={columns}
        rows={view.shown}
        grid={grid}
        view={view}
        groupOf={({ id }) => rows.get(id)?.plan_title ?? ''}
        noteOf={noteOf}
        besideOf={(row, column) => <ResultBeside row={row} column={column} sheet={sheet} asked={rows.get(row.id)} />}
      />
      <Text size="xs" c="dimmed">
        {t('report.gridHelp')}
      </Text>
    </>
  );
}
