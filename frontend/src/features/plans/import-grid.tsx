import { Button, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Grid } from '@/components/grid/grid';
import { GridTools } from '@/components/grid/grid-tools';
import { SaveState } from '@/components/grid/save-state';
import type { SheetRow } from '@/components/grid/sheet';
import { RowTools } from './row-tools';
import { draftRow, move, remove, type DraftRow } from './rows-draft';
import { useGroupOf } from './use-group-of';
import type { ImportGridState } from './use-import-grid';
import type { ImportEditing } from './use-import-rows';

/** What was read of a workbook, mended in place. */
export function ImportGrid({ editing: { sheet }, shown }: { editing: ImportEditing; shown: ImportGridState }) {
  const { t } = useTranslation();
  const { columns, view, grid, whole, addRow, noteOf, besideOf } = shown;
  const at = sheet.draft.findIndex(({ id }) => id === grid.active?.id);
  const change = (edit: (rows: DraftRow[]) => DraftRow[]) => sheet.store.change((now) => inOrder(now, edit(now.map(draftRow))));
  const groupOf = useGroupOf();
  return (
    <>
      <SaveState sheet={sheet} />
      <GridTools
        sheet={sheet}
        sought={view.sought}
        onSeek={view.seek}
        whole={whole}
        onGap={() => grid.obey({ kind: 'gap' })}
        words={{ whole: t('grid.whole', { whole, all: sheet.draft.length }), gap: t('import.gap') }}
      >
        {at >= 0 && (
          <RowTools
            row={draftRow(sheet.draft[at]!)}
            index={at}
            count={sheet.draft.length}
            onMove={(key, by) => change((now) => move(now, key, by))}
            onRemove={(key) => change((now) => remove(now, key))}
          />
        )}
        <Button size="compact-sm" variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={addRow}>
          {t('row.add')}
        </Button>
      </GridTools>
      <Grid
        label={t('import.rows')}
        columns={columns}
        rows={view.shown}
        grid={grid}
        view={view}
        groupOf={groupOf}
        noteOf={noteOf}
        besideOf={besideOf}
      />
      <Text size="xs" c="dimmed">
        {t('grid.help')}
      </Text>
    </>
  );
}

/** The rows themselves, as many and in such an order as forms have them. */
function inOrder(rows: readonly SheetRow[], order: readonly DraftRow[]): SheetRow[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return order.flatMap(({ id }) => known.get(id) ?? []);
}
