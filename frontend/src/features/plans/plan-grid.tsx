import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/api/idempotency';
import type { Plan } from '@/api/types';
import { Grid } from '@/components/grid/grid';
import { difference, isNothing } from '@/components/grid/difference';
import { type Sheet, type SheetRow } from '@/components/grid/sheet';
import { GridTools } from '@/components/grid/grid-tools';
import { useGrid } from '@/components/grid/use-grid';
import { useView } from '@/components/grid/use-view';
import { toast } from '@/components/ui/toast';
import { useCellSayings } from './cell-sayings';
import { RowTools, type RowActions } from './row-tools';
import type { RowMarks } from './row-marks';
import { blankRow, draftRow, sheetRow } from './rows-draft';
import { usePlanColumns } from './use-plan-columns';
import type { PlanRowsEditing } from './use-plan-rows';

interface PlanGridProps {
  plan: Plan;
  editing: PlanRowsEditing;
  marks: Map<string, RowMarks>;
  actions: RowActions;
}

/** The plan's rows, typed in like a spreadsheet; a blank row at the end begins the next one. */
export function PlanGrid({ plan, editing, marks, actions }: PlanGridProps) {
  const { t } = useTranslation();
  const columns = usePlanColumns(plan);
  const { sheet } = editing;
  const newRow = (rows: Sheet): SheetRow => sheetRow(blankRow(rows.map(draftRow), newKey(), plan.unit));
  const [blankId, setBlankId] = useState(newKey);
  // Where the blank row has been written in, another one begins.
  if (sheet.draft.some(({ id }) => id === blankId)) setBlankId(newKey());
  const blank = { ...newRow(sheet.draft), id: blankId };
  const view = useView(sheet.draft, columns);
  const shown = view.sought ? view.shown : [...view.shown, blank];
  const grid = useGrid({
    columns,
    sheet: [...sheet.draft, blank],
    shown: shown.map(({ id }) => id),
    typing: sheet.typing,
    newRow,
    change: (edit) => sheet.store.change((now) => withoutBlank(edit(now.some(({ id }) => id === blankId) ? now : [...now, blank]), blank)),
    undo: sheet.store.undo,
    redo: sheet.store.redo,
    type: sheet.store.type,
    onPasted: ({ beside }) => beside > 0 && toast(t('grid.beside', { n: beside })),
  });
  const sayings = useCellSayings({ plan, sheet, marks, columns });
  const whole = sheet.draft.filter((row) => columns.every(({ lacks }) => !lacks?.(row))).length;
  const at = sheet.draft.findIndex(({ id }) => id === grid.active?.id);
  const groupOf = ({ fields }: SheetRow) =>
    [t(`row.kinds.${fields.kind as 'target' | 'task'}`), fields.section].filter(Boolean).join(' – ');
  return (
    <>
      <GridTools sheet={sheet} sought={view.sought} onSeek={view.seek} whole={whole} onGap={() => grid.obey({ kind: 'gap' })}>
        {at >= 0 && <RowTools row={editing.rows[at]!} index={at} count={sheet.draft.length} {...actions} />}
      </GridTools>
      <Grid label={t('row.table')} columns={columns} rows={shown} grid={grid} view={view} groupOf={groupOf} {...sayings} />
      <Text size="xs" c="dimmed">
        {t('grid.help')}
      </Text>
    </>
  );
}

/** The rows without the blank one, where nothing has been written into it. */
function withoutBlank(rows: Sheet, blank: SheetRow): Sheet {
  const now = rows.find(({ id }) => id === blank.id);
  const untouched = now && isNothing({ ...difference([blank], [now]), moved: [], removed: [] });
  return untouched ? rows.filter(({ id }) => id !== blank.id) : rows;
}
