import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnitReport } from '@/api/report-types';
import { Grid } from '@/components/grid/grid';
import { GridTools } from '@/components/grid/grid-tools';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { ResultBeside } from './result-beside';
import { ResultTools } from './result-tools';
import type { ResultSheet } from './use-word-sheet';
import { useWordColumns } from './use-word-columns';
import { useWordGrid } from './use-word-grid';

interface ResultGridProps extends ResultSheet {
  part: UnitReport;
}

/** A month's sheet, typed in like a spreadsheet: what is asked at the left, the unit's word beside it. */
export function ResultGrid({ part, sheet, rows }: ResultGridProps) {
  const { t } = useTranslation();
  const columns = useWordColumns(rows);
  const { view, files, grid, whole, noteOf } = useWordGrid(sheet, columns);

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
