import type { Row } from '@/api/types';
import { draftOf, type DraftRow } from './rows-draft';

type Change = NonNullable<Row['change']>;
export type ChangeKind = Change['kind'];
type Words = Omit<DraftRow, 'id' | 'key' | 'ended' | 'reason'>;
type UnitNames = (code: string) => string;

/** The fields of a row as a person reads them: who leads is one of them, whether written or named by codes. */
export const READ_FIELDS = [
  'number',
  'kind',
  'section',
  'text',
  'leads',
  'coordinating',
  'due_text',
  'product',
  'person',
  'authority',
  'note',
] as const;
export type ReadField = (typeof READ_FIELDS)[number];

export interface FieldChange {
  field: ReadField;
  was: string;
  now: string;
}

/** What a supplement does to a row. */
export interface RowChange {
  kind: ChangeKind;
  fields: FieldChange[];
  reason: string;
}

/** Row -> how the revision before has it; a row that is not in here is new. Nothing where the plan is no supplement. */
export type Bases = ReadonlyMap<string, Words> | undefined;

/** How the revision before has each row. */
export function basesOf(revision: number, rows: readonly Row[]): Bases {
  if (revision === 0) return undefined;
  const before = rows.filter(({ change }) => change && change.kind !== 'added');
  return new Map(before.map((row) => [row.id, { ...draftOf(row), ...(row.change!.was as Partial<Words>) }]));
}

/** What a row says in a field, in words. */
function said(row: Words, field: ReadField, unitName: UnitNames, kindName: (kind: Words['kind']) => string): string {
  if (field === 'leads') return row.lead_text || row.leads.map(unitName).join('; ');
  if (field === 'coordinating') return row.coordinating_text || row.coordinating.map(unitName).join('; ');
  return field === 'kind' ? kindName(row.kind) : row[field];
}

/** What the supplement does to a row as it stands on the screen; nothing where the plan is no supplement. */
export function changeOf(
  row: DraftRow,
  bases: Bases,
  unitName: UnitNames,
  kindName: (kind: Words['kind']) => string = (kind) => kind,
): RowChange | undefined {
  if (!bases) return undefined;
  const base = bases.get(row.id ?? '');
  const pairs = READ_FIELDS.map((field) => ({
    field,
    was: base ? said(base, field, unitName, kindName) : '',
    now: said(row, field, unitName, kindName),
  }));
  const fields = pairs.filter(({ was, now }) => was !== now);
  const changed = fields.some(({ field }) => field !== 'number'); // another number alone is no change
  const kind = !base ? 'added' : row.ended ? 'ended' : changed ? 'changed' : 'kept';
  return { kind, fields, reason: row.reason };
}
