import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { classOf, UNIT_CLASSES, unitsQuery } from '@/api/reference';
import { answer, client } from '@/api/client';
import { LIMITS } from '@/api/limits';
import { folded } from '@/i18n/folded';
import type { DueTime, Plan } from '@/api/types';
import type { Column } from '@/components/grid/columns';
import type { Fields, SheetRow } from '@/components/grid/sheet';
import { plainDate } from '@/i18n/time';
import { basesOf, changeOf, type Bases } from './row-changes';
import { isBlank, isOpen } from './row-gaps';
import { draftRow } from './rows-draft';
import { codesIn, namesFitting, type NamedUnit } from './unit-words';

type TextField = 'number' | 'section' | 'text' | 'due_text' | 'product' | 'person' | 'authority' | 'note' | 'reason';

/** What the columns have to know of the rows. */
export interface RowsAsked {
  /** Whether a row of a supplement does not say why it changes; absent: they are no supplement's. */
  lacksReason?: (row: SheetRow) => boolean;
  /** Whether a row leaves open what this field says. */
  isOpen: (fields: Fields, key: string) => boolean;
  /** How the server reads a due time. */
  readDue: (text: string) => Promise<DueTime>;
}

/** The columns of a plan's rows. */
export function usePlanColumns(plan: Plan): readonly Column[] {
  const bases = useMemo(() => basesOf(plan.revision, plan.rows), [plan.revision, plan.rows]);
  const asked = useMemo(
    (): RowsAsked => ({
      ...(bases && { lacksReason: (row) => lacksReason(row, bases) }),
      isOpen: (fields, key) => isOpen(plan, fields, key),
      readDue: (text) =>
        answer(client.GET('/api/v1/plans/{case_id}/due-time', { params: { path: { case_id: plan.id }, query: { text } } })),
    }),
    [plan, bases],
  );
  return useRowColumns(asked);
}

/** Phụ lục 1, with what the six clarities ask beside. */
export function useRowColumns(asked: RowsAsked): readonly Column[] {
  const { t } = useTranslation();
  const { data: known } = useQuery(unitsQuery);
  return useMemo(() => {
    const classes = UNIT_CLASSES.map((code) => ({ code: code as string, name: t(`unitClass.${classOf(code)}`) }));
    const units: NamedUnit[] = [...(known ?? []), ...classes];
    const text = (key: TextField, width: number, more: Partial<Column> = {}): Column => ({
      key,
      title: t(`row.${key}`),
      width,
      fields: [key],
      most: LIMITS.RowInput[key],
      read: (fields) => fields[key] as string,
      write: (value) => ({ [key]: value }),
      ...more,
    });
    const lacks = (key: string) => ({ lacks: ({ fields }: SheetRow) => asked.isOpen(fields, key) });
    return [
      text('number', 64, { sticky: true }),
      text('text', 300, { sticky: true, ...lacks('text') }),
      { ...unitColumn('leads', t('row.leads'), units), ...lacks('leads') },
      text('due_text', 150, { ...lacks('due_text'), ask: (typed) => dueTime(asked, typed, (date) => t('grid.readAs', { date })) }),
      text('product', 190, lacks('product')),
      unitColumn('coordinating', t('row.coordinating'), units),
      text('person', 150, lacks('person')),
      text('authority', 130, lacks('authority')),
      text('note', 160),
      text('section', 170),
      kindColumn(t('row.kind'), { target: t('row.kinds.target'), task: t('row.kinds.task') }),
      ...(asked.lacksReason ? [text('reason', 200, { lacks: asked.lacksReason })] : []),
    ];
  }, [known, asked, t]);
}

/** Each row that a supplement changes, adds or ends says why; the blank row at the end is none yet. */
function lacksReason({ id, fields }: SheetRow, bases: NonNullable<Bases>): boolean {
  const change = isBlank(fields) ? undefined : changeOf(draftRow({ id, fields }), bases, (code) => code);
  return change !== undefined && change.kind !== 'kept' && !change.reason.trim();
}

/** How the server reads a due time: its last day where that is not written so, or what is odd about it. */
async function dueTime({ readDue }: RowsAsked, text: string, readAs: (date: string) => string): Promise<string> {
  const { due, warnings } = await readDue(text);
  const date = due?.end ? plainDate(due.end) : '';
  const read = date && !text.includes(date) ? [readAs(date)] : [];
  return [...read, ...warnings.map(({ text: odd }) => odd)].join(' ');
}

/** Who leads, or helps: by names, kept as codes; what names nobody known is kept as it was written. */
function unitColumn(key: 'leads' | 'coordinating', title: string, units: readonly NamedUnit[]): Column {
  const written = key === 'leads' ? 'lead_text' : 'coordinating_text';
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
  const read = (fields: Fields) => (fields[written] as string) || (fields[key] as readonly string[]).map(nameOf).join('; ');
  return {
    key,
    title,
    width: 180,
    fields: [key, written],
    most: LIMITS.RowInput[written],
    read,
    hint: (text) => {
      const names = codesIn(text, units)?.map(nameOf).join('; ') ?? '';
      return folded(names) === folded(text) ? '' : names;
    },
    options: (text) => namesFitting(text, units),
    write: (text) => {
      const codes = codesIn(text, units);
      return codes ? { [key]: codes, [written]: '' } : { [key]: [], [written]: text };
    },
  };
}

/** A text that names neither leaves the row what it is: clearing a target makes no task of it. */
export function kindIn(text: string): Fields {
  if (/^(m|ch|tar)/.test(folded(text))) return { kind: 'target' };
  return /^(n|giai|tas)/.test(folded(text)) ? { kind: 'task' } : {};
}

function kindColumn(title: string, names: Record<'target' | 'task', string>): Column {
  return {
    key: 'kind',
    title,
    width: 170,
    fields: ['kind'],
    options: () => Object.values(names),
    read: (fields) => names[fields.kind as 'target' | 'task'],
    write: kindIn,
  };
}
