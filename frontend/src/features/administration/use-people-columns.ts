import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '@/api/reference';
import type { Column } from '@/components/grid/columns';
import { cellKey } from '@/components/grid/sync';
import type { Sheet } from '@/components/grid/sheet';
import { folded } from '@/i18n/folded';
import { today } from '@/i18n/time';
import { LINE_FIELDS, type LineField } from './typed-lines';
import type { Sayings } from './typed-sayings';

const WIDTHS: Record<LineField, number> = {
  full_name: 190,
  username: 130,
  email: 190,
  telephone: 120,
  unit: 210,
  title: 170,
  since: 104,
  until: 104,
  decision_number: 120,
  decision_date: 110,
};
/** Usual words for a post; lists are read in Vietnamese, whatever the screen speaks. */
const TITLES = [
  'Viên chức',
  'Giảng viên',
  'Chuyên viên',
  'Nhân viên',
  'Trưởng phòng',
  'Phó Trưởng phòng',
  'Trưởng khoa',
  'Phó Trưởng khoa',
];

/** What a cell may go on to: all where it is blank or says one of them already. */
export function fitting(text: string, words: readonly string[]): readonly string[] {
  const sought = folded(text);
  if (sought === '' || words.some((word) => folded(word) === sought)) return words;
  return words.filter((word) => folded(word).includes(sought));
}

interface NamedUnit {
  code: string;
  name: string;
}

/** Each as the reader of lists understands it: by its code where several are called the same. */
export function unitWords(units: readonly NamedUnit[]): readonly string[] {
  const called = new Map<string, number>();
  for (const { name } of units) called.set(folded(name), (called.get(folded(name)) ?? 0) + 1);
  return units.map(({ code, name }) => (called.get(folded(name)) === 1 ? name : code));
}

/** The columns of a list of people, as its workbook has them. */
export function usePeopleColumns(draft: Sheet, { notes }: Sayings): readonly Column[] {
  const { t } = useTranslation();
  const { data: units } = useQuery(unitsQuery);
  const used = [...new Set(draft.map(({ fields }) => fields.title as string))].filter(Boolean).toSorted().join('\n');
  return useMemo(() => {
    const offered: Partial<Record<LineField, readonly string[]>> = {
      unit: unitWords((units ?? []).filter(({ valid_to: ends }) => ends === null || ends >= today())),
      title: [...new Set([...TITLES, ...used.split('\n').filter(Boolean)])],
    };
    return LINE_FIELDS.map((name) => ({
      key: name,
      title: t(`admin.fields.${name}`),
      width: WIDTHS[name],
      fields: [name],
      sticky: name === 'full_name',
      read: (fields) => fields[name] as string,
      write: (text) => ({ [name]: text }),
      lacks: ({ id }) => notes.get(cellKey(id, name))?.severe ?? false,
      ...(offered[name] && { options: (text: string) => fitting(text, offered[name]!) }),
    }));
  }, [units, used, notes, t]);
}
