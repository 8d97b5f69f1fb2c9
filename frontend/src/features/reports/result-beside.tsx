import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitRow } from '@/api/report-types';
import { EvidenceList } from '@/components/case/evidence-list';
import { CellChoice } from '@/components/grid/cell-choice';
import type { Column } from '@/components/grid/columns';
import type { SheetRow } from '@/components/grid/sheet';
import { cellKey } from '@/components/grid/sync';
import type { SheetEditing } from '@/components/grid/use-sheet';
import { unpacked } from './evidence-words';
import { FindingBeside } from './finding-beside';
import { RowAbout } from './row-head';
import { Updates } from './updates';

interface ResultBesideProps {
  row: SheetRow;
  column: Column;
  sheet: SheetEditing;
  asked: UnitRow | undefined;
}

/** What stands in a cell of a month's sheet beside its text. */
export function ResultBeside({ row, column, sheet, asked }: ResultBesideProps) {
  const stands = sheet.held[cellKey(row.id, column.key)]?.stands;
  return (
    <>
      {stands !== undefined && (
        <CellChoice
          theirs={column.read({ ...row.fields, [column.key]: stands })}
          onTake={(take) => sheet.store.resolve(row.id, column.key, take)}
        />
      )}
      {column.key === 'text' && !asked && <Gone onDrop={() => sheet.store.change((now) => now.filter(({ id }) => id !== row.id))} />}
      {asked && BESIDE[column.key]?.(row, asked)}
    </>
  );
}

/** What was typed on a row that the plan has no more stays until it is let go. */
function Gone({ onDrop }: { onDrop: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">{t('report.rowGone')}</Text>
      <Button size="compact-xs" variant="default" onClick={onDrop}>
        {t('report.dropRow')}
      </Button>
    </>
  );
}

const BESIDE: Partial<Record<string, (row: SheetRow, asked: UnitRow) => ReactNode>> = {
  text: (_row, asked) => (
    <>
      <RowAbout row={asked} shared={asked.led_by} />
      <Updates row={asked} items={asked.updates} period={undefined} />
    </>
  ),
  evidence: ({ fields }) => <EvidenceList items={(fields.evidence as readonly string[]).map(unpacked)} />,
  result: ({ fields }, { finding, overdue }) =>
    finding && <FindingBeside finding={finding} overdue={overdue} differs={fields.done === true && finding.done === false} />,
};
