import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Plan, Row } from '@/api/types';
import { CellChoice } from '@/components/grid/cell-choice';
import { isTooLong, type CellNote, type Column } from '@/components/grid/columns';
import type { SheetRow, Value } from '@/components/grid/sheet';
import { cellKey } from '@/components/grid/sync';
import type { SheetEditing } from '@/components/grid/use-sheet';
import { plainDate } from '@/i18n/time';
import { CarriedFrom, Inherited } from './row-asides';
import { ChangeBadge, StandMark, Was, type RowMarks } from './row-marks';
import type { ReadField } from './row-changes';
import { draftRow } from './rows-draft';

interface Sayings {
  plan: Plan;
  sheet: SheetEditing;
  marks: Map<string, RowMarks>;
  columns: readonly Column[];
}

/** What is said about a cell, and what stands in it beside its text. */
export function useCellSayings({ plan, sheet, marks }: Sayings) {
  const { t } = useTranslation();

  function noteOf(row: SheetRow, column: Column): CellNote | undefined {
    const held = column.fields.map((field) => sheet.held[cellKey(row.id, field)]).find((one) => one?.error);
    if (held) return { text: held.error!, severe: true };
    const text = column.read(row.fields);
    if (isTooLong(column, text)) return { text: t('tooLong', { length: text.length, limit: column.most! }), severe: true };
    if (column.key === 'text' && sheet.rescued.includes(row.id)) return { text: t('grid.rescued'), severe: false };
    return warningOf(plan, row, column);
  }

  function besideOf(row: SheetRow, column: Column) {
    const mark = marks.get(row.id) ?? {};
    const field = column.key as ReadField;
    const clash = column.fields.find((name) => sheet.held[cellKey(row.id, name)]?.stands !== undefined);
    return (
      <>
        {clash && (
          <CellChoice
            theirs={textOf(sheet.held[cellKey(row.id, clash)]!.stands!, column, row)}
            onTake={(take) => sheet.store.resolve(row.id, clash, take)}
          />
        )}
        {field === 'text' && mark.change && mark.change.kind !== 'kept' && <ChangeBadge kind={mark.change.kind} />}
        <Was change={mark.change} fields={[field]} />
        {field === 'text' && <Inherited row={draftRow(row)} clear={mark.clear} />}
        {field === 'due_text' && (
          <>
            <ReadAs text={column.read(row.fields)} known={plan.rows.find(({ id }) => id === row.id)} />
            <CarriedFrom carried={mark.carried} />
          </>
        )}
        <StandMark marks={mark} field={field} />
      </>
    );
  }

  return { noteOf, besideOf };
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
function warningOf(plan: Plan, row: SheetRow, column: Column): CellNote | undefined {
  const known = plan.rows.find(({ id }) => id === row.id);
  if (known?.due_text !== row.fields.due_text) return undefined;
  const warning = known?.warnings.find(({ field = 'text' }) => column.fields.includes(field));
  return warning && { text: warning.brief ?? warning.text, severe: false };
}

/** What a cell would say with somebody else's value. */
export function textOf(stands: Value, column: Column, row: SheetRow): string {
  const fields = Object.fromEntries(column.fields.map((name) => [name, Array.isArray(row.fields[name]) ? [] : '']));
  const [name] = column.fields.filter((one) => Array.isArray(row.fields[one]) === Array.isArray(stands));
  return column.read({ ...row.fields, ...fields, [name!]: stands });
}
