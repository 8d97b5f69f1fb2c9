import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import type { UnitRow } from '@/api/report-types';
import type { Column } from '@/components/grid/columns';
import type { Fields, SheetRow } from '@/components/grid/sheet';
import type { Side } from '@/i18n/days';
import { plainDate } from '@/i18n/time';
import { evidenceIn, evidenceText, packed } from './evidence-words';
import { lacksOf, type Asked } from './word-gaps';
import { answered, dayText, dayTyped, isUnread, outcomeText, outcomeTyped, valueText, valueTyped, type WordField } from './word-sheet';

type Told = Pick<UnitRow, 'number' | 'text' | 'due_text' | 'value_wanted' | 'evidence'> & Asked;

/** The columns of what is said of rows: what is asked stands at the left, the answer in the order of the Notice's form.
 *
 * @param beside what stands between the two; the same from one time to the next.
 */
export function useWordColumns(rows: ReadonlyMap<string, Told>, beside: readonly Column[] = NONE): readonly Column[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const lacks = (field: WordField) => (row: SheetRow) => lacksOf(rows.get(row.id), row.fields, field);
    const told = (key: 'number' | 'text' | 'due_text', width: number, more: Partial<Column> = {}): Column => ({
      key,
      title: t(`row.${key}`),
      width,
      fields: [],
      read: (fields) => rows.get(fields.row as string)?.[key] ?? '',
      ...more,
    });
    const text = (key: 'result' | 'cause' | 'remedy', width: number): Column => ({
      key,
      title: t(`report.${key}`),
      width,
      fields: [key],
      most: LIMITS.WordInput[key],
      read: (fields) => fields[key] as string,
      write: (typed) => ({ [key]: typed }),
      lacks: lacks(key),
    });
    const day = (key: 'completed_on' | 'promised_on' | 'expected_on', side: Side): Column => ({
      key,
      title: t(`report.${key}`),
      width: 128,
      fields: [key],
      read: (fields) => dayText(fields[key] as string),
      write: (typed) => ({ [key]: dayTyped(typed, side) }),
      hint: (typed) => dayHint(typed, side),
      rank: (fields) => fields[key] as string,
      lacks: lacks(key),
    });
    const pieces = [...rows.values()].flatMap(({ evidence }) => evidence.map(packed));
    const wanted = [...rows.values()].some(({ value_wanted }) => value_wanted);
    return [
      told('number', 64, { sticky: true }),
      told('text', 300, { sticky: true }),
      told('due_text', 150),
      ...beside,
      { ...outcomeColumn(t('report.outcome'), t('report.done'), t('report.notDone')), lacks: lacks('done') },
      day('completed_on', 'past'),
      text('result', 280),
      ...(wanted ? [{ ...valueColumn(t('report.number')), lacks: lacks('value') }] : []),
      { ...evidenceColumn(t('evidence.label'), pieces), lacks: lacks('evidence') },
      text('cause', 220),
      text('remedy', 220),
      day('promised_on', 'ahead'),
      day('expected_on', 'ahead'),
    ];
  }, [rows, beside, t]);
}

const NONE: readonly Column[] = [];

/** "15/9" is understood as a day of a year: which one is said while it is typed. */
function dayHint(typed: string, side: Side): string {
  const day = dayTyped(typed, side);
  const said = day && !isUnread(day) ? plainDate(day) : '';
  return said === typed.trim() ? '' : said;
}

function outcomeColumn(title: string, done: string, notDone: string): Column {
  const read = ({ done: value }: Fields) => outcomeText(value!, done, notDone);
  return {
    key: 'done',
    title,
    width: 140,
    fields: ['done'],
    read,
    write: (typed, { fields }) => outcomeTyped(typed, fields),
    hint: (typed) => {
      const said = outcomeTyped(typed, { completed_on: '' });
      return isUnread(said.done) || read(said) === typed ? '' : read(said);
    },
    options: () => [done, notDone],
  };
}

function valueColumn(title: string): Column {
  return {
    key: 'value',
    title,
    width: 120,
    fields: ['value'],
    read: (fields) => valueText(fields.value as string),
    write: (typed) => ({ value: valueTyped(typed) }),
    rank: (fields) => (fields.value === '' ? '' : Number(fields.value)),
  };
}

/** Files are put on it, links and numbers of documents are typed; a file of another row is known by its name. */
function evidenceColumn(title: string, pieces: readonly string[]): Column {
  return {
    key: 'evidence',
    title,
    width: 210,
    fields: ['evidence'],
    drawn: true,
    whole: true,
    read: (fields) => evidenceText(fields.evidence as readonly string[]),
    write: (typed, { fields }) => ({ evidence: evidenceIn(typed, [...(fields.evidence as readonly string[]), ...pieces]) }),
  };
}

/** The row is done, as a tap says it. */
export const doneNow = ({ fields }: SheetRow) => answered(true, fields);
