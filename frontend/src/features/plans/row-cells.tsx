import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import { CarriedFrom, Inherited } from './row-asides';
import { ChangeBadge, StandMark, Was, type RowMarks } from './row-marks';
import type { ReadField } from './row-changes';
import type { Note } from './row-problems';
import type { DraftRow } from './rows-draft';
import classes from './rows.module.css';

type Field = 'number' | 'text' | 'leads' | 'due_text' | 'product' | 'note';

/** The columns of Phụ lục 1, in its order. */
export const COLUMNS: readonly Field[] = ['number', 'text', 'leads', 'due_text', 'product', 'note'];

// What Phụ lục 1 has no column for is said in the cell it belongs to.
const NOTES_IN: Record<Field, readonly string[]> = {
  number: ['number', 'kind', 'section'],
  text: ['text', '', 'person', 'authority'],
  leads: ['leads', 'lead_text', 'coordinating', 'coordinating_text'],
  due_text: ['due_text'],
  product: ['product'],
  note: ['note'],
};

// Where what was is struck through; the cell's own field stands first.
const WAS_IN: Record<Field, readonly ReadField[]> = {
  number: ['number'],
  text: ['text', 'kind', 'section', 'person', 'authority'],
  leads: ['leads', 'coordinating'],
  due_text: ['due_text'],
  product: ['product'],
  note: ['note'],
};

interface CellProps {
  row: DraftRow;
  field: Field;
  notes: Note[];
  marks?: RowMarks;
}

export function Cell({ row, field, notes, marks = {} }: CellProps) {
  const here = notes.filter((note) => NOTES_IN[field].includes(note.field));
  return (
    <>
      {field === 'text' && marks.change && <Changed change={marks.change} />}
      <Was change={marks.change} fields={WAS_IN[field]} />
      <CellText row={row} field={field} />
      {field === 'text' && <Inherited row={row} clear={marks.clear} />}
      {field === 'due_text' && <CarriedFrom carried={marks.carried} />}
      <StandMark marks={marks} field={field} />
      {here.map((note) => (
        <Text key={note.text} size="xs" c={note.severe ? 'var(--late-text)' : undefined} fw={note.severe ? 600 : undefined}>
          {note.text}
        </Text>
      ))}
    </>
  );
}

/** What the supplement does to the row, and why. */
function Changed({ change: { kind, reason } }: { change: NonNullable<RowMarks['change']> }) {
  const { t } = useTranslation();
  if (kind === 'kept') return null;
  return (
    <div>
      <ChangeBadge kind={kind} />
      <Text size="xs" c={reason ? 'dimmed' : 'var(--late-text)'}>
        {t('supplement.reason')}: {reason || t('supplement.noReason')}
      </Text>
    </div>
  );
}

/** Whether there is anything to say in this cell. */
export function isFilled(row: DraftRow, field: Field, notes: Note[] = [], marks: RowMarks = {}): boolean {
  if (marks.change?.fields.some((one) => WAS_IN[field].includes(one.field))) return true;
  const said = field === 'leads' ? row.lead_text + row.leads.join() + row.coordinating_text + row.coordinating.join() : row[field];
  return said !== '' || notes.some((note) => NOTES_IN[field].includes(note.field));
}

function CellText({ row, field }: { row: DraftRow; field: Field }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  if (field === 'leads') {
    return (
      <>
        <span className={classes.text}>{row.lead_text || row.leads.map(unitName).join('; ')}</span>
        <Beside label={t('row.coordinating')} value={row.coordinating_text || row.coordinating.map(unitName).join('; ')} />
      </>
    );
  }
  if (field === 'text') {
    return (
      <>
        <span className={classes.text}>{row.text}</span>
        <Beside label={t('row.person')} value={row.person} />
        <Beside label={t('row.authority')} value={row.authority} />
      </>
    );
  }
  return <span className={classes.text}>{row[field]}</span>;
}

function Beside({ label, value }: { label: string; value: string | undefined }) {
  if (!value) return null;
  return (
    <Text size="xs" c="dimmed">
      {label}: {value}
    </Text>
  );
}
