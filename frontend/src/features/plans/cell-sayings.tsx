import { Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, Row } from '@/api/types';
import { CellChoice } from '@/components/grid/cell-choice';
import type { CellNote, Column } from '@/components/grid/columns';
import type { SheetRow, Value } from '@/components/grid/sheet';
import { cellKey } from '@/components/grid/sync';
import { useHeldNotes } from '@/components/grid/use-held-notes';
import type { SheetEditing } from '@/components/grid/use-sheet';
import { plainDate } from '@/i18n/time';
import { CarriedFrom, Inherited } from './row-asides';
import { ChangeBadge, StandMark, Was, type RowMarks } from './row-marks';
import type { ReadField, RowChange } from './row-changes';
import { draftRow, type DraftRow } from './rows-draft';

interface Sayings {
  plan: Plan;
  sheet: SheetEditing;
  marksOf: (row: DraftRow) => RowMarks;
}

/** What is said about a cell, and what stands in it beside its text: the same functions as long as what they look at is the same. */
export function useCellSayings({ plan, sheet, marksOf }: Sayings) {
  const { held, store } = sheet;
  const heldNote = useHeldNotes(sheet);
  const known = useMemo(() => new Map(plan.rows.map((row) => [row.id, row])), [plan.rows]);

  const noteOf = useCallback(
    (row: SheetRow, column: Column): CellNote | undefined => {
      return heldNote(row, column) ?? warningOf(known.get(row.id), row, column);
    },
    [heldNote, known],
  );

  const besideOf = useCallback(
    (row: SheetRow, column: Column) => {
      const draft = draftRow(row);
      const mark = marksOf(draft);
      const field = column.key as ReadField;
      return (
        <>
          <Clash row={row} column={column} held={held} store={store} />
          {mark.change && <Changed field={field} change={mark.change} />}
          {field === 'text' && mark.clear && <Inherited row={draft} clear={mark.clear} />}
          {field === 'due_text' && <DueSaid text={draft.due_text} known={known.get(row.id)} carried={mark.carried} />}
          {mark.stand && <StandMark marks={mark} field={field} />}
        </>
      );
    },
    [held, known, marksOf, store],
  );

  return { noteOf, besideOf };
}

function DueSaid({ text, known, carried }: { text: string; known: Row | undefined; carried: RowMarks['carried'] }) {
  return (
    <>
      <ReadAs text={text} known={known} />
      {carried && <CarriedFrom carried={carried} />}
    </>
  );
}

interface ClashProps extends Pick<SheetEditing, 'held' | 'store'> {
  row: SheetRow;
  column: Column;
}

/** Two have written into one cell: nothing where they have not. */
export function Clash({ row, column, held, store }: ClashProps) {
  const field = column.fields.find((name) => held[cellKey(row.id, name)]?.stands !== undefined);
  if (!field) return null;
  const theirs = textOf(held[cellKey(row.id, field)]!.stands!, column, row);
  return <CellChoice theirs={theirs} onTake={(take) => store.resolve(row.id, field, take)} />;
}

/** What the supplement does to the row, and what the cell said before. */
function Changed({ field, change }: { field: ReadField; change: RowChange }) {
  return (
    <>
      {field === 'text' && change.kind !== 'kept' && <ChangeBadge kind={change.kind} />}
      <Was change={change} fields={[field]} />
    </>
  );
}

/** The last day that was understood of a due time, where it is not written so; nothing while it is typed anew. */
export function ReadAs({ text, known }: { text: string; known: Pick<Row, 'due' | 'due_text'> | undefined }) {
  const { t } = useTranslation();
  if (!known?.due?.end || known.due_text !== text) return null;
  const date = plainDate(known.due.end);
  return text.includes(date) ? null : (
    <Text size="xs" c="dimmed">
      {t('grid.readAs', { date })}
    </Text>
  );
}

/** What the server found odd about the row as it still stands. */
function warningOf(known: Row | undefined, row: SheetRow, column: Column): CellNote | undefined {
  if (known?.due_text !== row.fields.due_text) return undefined;
  const warning = known?.warnings.find(({ field = 'text' }) => column.fields.includes(field));
  return warning && { text: warning.brief ?? warning.text, severe: false };
}

/** What a cell would say with somebody else's value. */
function textOf(stands: Value, column: Column, row: SheetRow): string {
  const fields = Object.fromEntries(column.fields.map((name) => [name, Array.isArray(row.fields[name]) ? [] : '']));
  const [name] = column.fields.filter((one) => Array.isArray(row.fields[one]) === Array.isArray(stands));
  return column.read({ ...row.fields, ...fields, [name!]: stands });
}
