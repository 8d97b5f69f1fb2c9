import { Problem } from '@/api/problem';
import type { Row, RowInput } from '@/api/types';

/** A conclusion while it is written; `key` is stable, also for one that the server does not know yet. */
export interface Conclusion extends Required<Omit<RowInput, 'id'>> {
  id?: string;
  key: string;
}

/** What a person writes of a row; the rest of it is kept. */
export function conclusionOf(row: Row): Conclusion {
  const { id, kind, section, number, text, leads, lead_text } = row;
  const { coordinating, coordinating_text, due_text, product, person, authority, note } = row;
  return {
    key: id,
    id,
    kind,
    section,
    number,
    text,
    leads,
    lead_text,
    coordinating,
    coordinating_text,
    due_text,
    product,
    person,
    authority,
    note,
    ended: false,
    reason: '',
  };
}

export function blank(key: string): Conclusion {
  return {
    key,
    kind: 'task',
    section: '',
    number: '',
    text: '',
    leads: [],
    lead_text: '',
    coordinating: [],
    coordinating_text: '',
    due_text: '',
    product: '',
    person: '',
    authority: '',
    note: '',
    ended: false,
    reason: '',
  };
}

/** What PUT rows takes: numbered in their order. */
export function inputsOf(rows: readonly Conclusion[]): RowInput[] {
  return rows.map(({ key: _key, ...row }, index) => ({ ...row, number: String(index + 1) }));
}

/** What the server refused at one row: by its id, or by its place in the list sent (from 1). */
export function refusedAt(error: unknown, row: Conclusion, index: number, ...fields: string[]): string | undefined {
  if (!(error instanceof Problem)) return undefined;
  const here = error.reasons.filter((reason) => reason.row && (reason.row === row.id || reason.row === String(index + 1)));
  const texts = here.filter(({ field = '' }) => fields.includes(field)).map(({ text, brief = text }) => brief);
  return texts.length > 0 ? texts.join(' ') : undefined;
}
