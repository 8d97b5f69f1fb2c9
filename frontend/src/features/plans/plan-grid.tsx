import { Text } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/api/idempotency';
import type { Plan } from '@/api/types';
import { Grid } from '@/components/grid/grid';
import { difference, isNothing } from '@/components/grid/difference';
import { wholeIn } from '@/components/grid/columns';
import { type Sheet, type SheetRow } from '@/components/grid/sheet';
import { useScope } from '@/components/grid/scope';
import { GridTools } from '@/components/grid/grid-tools';
import { useGrid } from '@/components/grid/use-grid';
import { useHand } from '@/components/grid/use-hand';
import { useView } from '@/components/grid/use-view';
import { toast } from '@/components/ui/toast';
import { CopyRows } from './copy-rows';
import { useCellSayings } from './cell-sayings';
import { RowTools, type RowActions } from './row-tools';
import type { RowMarks } from './row-marks';
import { blankRow, draftRow, sheetRow, type DraftRow } from './rows-draft';
import { useGroupOf } from './use-group-of';
import { usePlanColumns } from './use-plan-columns';
import type { PlanRowsEditing } from './use-plan-rows';

interface PlanGridProps {
  plan: Plan;
  editing: PlanRowsEditing;
  marksOf: (row: DraftRow) => RowMarks;
  actions: RowActions;
}

/** The plan's rows, typed in like a spreadsheet; a blank row at the end begins the next one. */
export function PlanGrid({ plan, editing, marksOf, actions }: PlanGridProps) {
  const { t } = useTranslation();
  const columns = usePlanColumns(plan);
  const { sheet } = editing;
  const [blankId, setBlankId] = useState(newKey);
  // Where the blank row has been written in, another one begins.
  if (sheet.draft.some(({ id }) => id === blankId)) setBlankId(newKey());
  const blank = useMemo(() => newRow(sheet.draft, blankId, plan.unit), [sheet.draft, blankId, plan.unit]);
  const view = useView(sheet.draft, columns);
  const all = useMemo(() => [...sheet.draft, blank], [sheet.draft, blank]);
  const { limited } = useScope();
  const grows = !limited && !view.sought;
  const shown = useMemo(() => (grows ? [...view.shown, blank] : view.shown), [view.shown, grows, blank]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const grid = useGrid({
    columns,
    sheet: all,
    shown: ids,
    typing: sheet.typing,
    newRow: limited ? undefined : (rows) => newRow(rows, newKey(), plan.unit),
    change: (edit) => sheet.store.change((now) => withoutBlank(edit(now.some(({ id }) => id === blankId) ? now : [...now, blank]), blank)),
    undo: sheet.store.undo,
    redo: sheet.store.redo,
    type: sheet.store.type,
    onPasted: ({ beside }) => beside > 0 && toast(t('grid.beside', { n: beside })),
  });
  const sayings = useCellSayings({ plan, sheet, marksOf });
  const whole = useMemo(() => wholeIn(sheet.draft, columns), [sheet.draft, columns]);
  const groupOf = useGroupOf();
  // What is done with the active row is drawn after the cell that a key leads to.
  const active = useDeferredValue(grid.active?.id);
  const hand = useHand(grid);
  const { sought, seek } = view;
  const tools = useMemo(() => {
    const at = sheet.draft.findIndex(({ id }) => id === active);
    return (
      <GridTools sheet={sheet} sought={sought} onSeek={seek} whole={whole} onGap={hand.gap}>
        {!limited && <CopyRows plan={plan} change={sheet.store.change} />}
        {at >= 0 && <RowTools row={editing.rows[at]!} index={at} count={sheet.draft.length} {...actions} />}
      </GridTools>
    );
  }, [sheet, sought, seek, whole, hand, plan, editing.rows, actions, active, limited]);
  return (
    <>
      {tools}
      <Grid label={t('row.table')} columns={columns} rows={shown} grid={grid} view={view} groupOf={groupOf} {...sayings} />
      <Text size="xs" c="dimmed">
        {t('grid.help')}
      </Text>
    </>
  );
}

/** A row below these, in which nothing has been typed. */
const newRow = (above: Sheet, id: string, unit: string): SheetRow => sheetRow(blankRow(above.slice(-1).map(draftRow), id, unit));

/** The rows without the blank one, where nothing has been written into it. */
function withoutBlank(rows: Sheet, blank: SheetRow): Sheet {
  const now = rows.find(({ id }) => id === blank.id);
  const untouched = now && isNothing({ ...difference([blank], [now]), moved: [], removed: [] });
  return untouched ? rows.filter(({ id }) => id !== blank.id) : rows;
}
