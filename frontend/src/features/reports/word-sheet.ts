/** What is said of a row, as a grid holds it: nothing is an empty text; what cannot be read is kept as it was typed. Pure. */

import type { Word } from '@/api/report-types';
import type { Fields, Value } from '@/components/grid/sheet';
import { folded } from '@/i18n/folded';
import { readDay, type Side } from '@/i18n/days';
import { plainDate, today } from '@/i18n/time';
import { readNumber, typedNumber } from './numbers';
import type { WordDraft } from './words';
import { packed, unpacked } from './evidence-words';

export const WORD_FIELDS = [
  'done',
  'completed_on',
  'result',
  'value',
  'cause',
  'remedy',
  'promised_on',
  'expected_on',
  'evidence',
] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** Begins a text that nobody can read as what its field holds. */
const UNREAD = '?';
export const isUnread = (value: Value | undefined) => typeof value === 'string' && value.startsWith(UNREAD);
const orUnread = <Read>(read: Read | undefined, text: string) => read ?? (text.trim() ? UNREAD + text.trim() : '');
const asTyped = (value: string) => value.slice(UNREAD.length);

export function fieldsOf(word: Word): Fields {
  const { done, completed_on, result, value, cause, remedy, promised_on, expected_on, evidence } = word;
  return {
    done: done ?? '',
    completed_on: completed_on ?? '',
    result,
    value: value ?? '',
    cause,
    remedy,
    promised_on: promised_on ?? '',
    expected_on: expected_on ?? '',
    evidence: evidence.map(packed),
  };
}

const NULLABLE: readonly string[] = ['done', 'completed_on', 'value', 'promised_on', 'expected_on'];

/** As the server takes it and gives it; fields that a word has not are as they are. */
export function wordOf(fields: Fields): Partial<Word> {
  const said = Object.entries(fields).map(([name, value]) => {
    if (name === 'evidence') return [name, (value as readonly string[]).map(unpacked)];
    return [name, value === '' && NULLABLE.includes(name) ? null : value];
  });
  return Object.fromEntries(said) as Partial<Word>;
}

/** As the fields of a form hold it. */
export function draftOfFields(fields: Fields): WordDraft {
  const text = (name: WordField) => (isUnread(fields[name]) ? asTyped(fields[name] as string) : (fields[name] as string));
  return {
    done: fields.done === '' || isUnread(fields.done) ? null : (fields.done as boolean),
    completed_on: text('completed_on'),
    result: text('result'),
    value: valueText(fields.value as string),
    cause: text('cause'),
    remedy: text('remedy'),
    promised_on: text('promised_on'),
    expected_on: text('expected_on'),
    evidence: (fields.evidence as readonly string[]).map(unpacked),
  };
}

/** What is typed into the fields of a form. */
export function fieldsTyped({ left: _left, ...part }: Partial<WordDraft>, before: Fields): Fields {
  const { done, value, evidence, ...texts } = part;
  return {
    ...texts,
    ...(value === undefined ? {} : { value: valueTyped(value) }),
    ...(evidence === undefined ? {} : { evidence: evidence.map(packed) }),
    ...(done === undefined ? {} : answered(done ?? '', before)),
  };
}

/** Done: today, unless another day stands there, and nothing that was said of its not being done; else no day. */
export function answered(done: boolean | '', before: Fields, now: string = today()): Fields {
  if (done !== true) return { done, completed_on: '' };
  return { done, completed_on: before.completed_on || now, cause: '', remedy: '', promised_on: '', expected_on: '' };
}

const NOT_DONE = /^(chua|khong|not|no$|n$|c$|k$|0$|-$)/;
const DONE = /^(hoan|ht|da |xong|roi|co$|yes|done|x$|v$|d$|h$|1$|r$|✓|\+$)/;

/** What a typed text makes of a row's outcome. */
export function outcomeTyped(text: string, before: Fields): Fields {
  const said = folded(text);
  if (said === '') return answered('', before);
  if (NOT_DONE.test(said)) return answered(false, before);
  return DONE.test(said) ? answered(true, before) : { done: UNREAD + text.trim() };
}

export const dayTyped = (text: string, side: Side) => orUnread(readDay(text, side), text);
export const dayText = (value: string) => (isUnread(value) ? asTyped(value) : value && plainDate(value));

export const valueTyped = (text: string) => orUnread(readNumber(text).value ?? undefined, text);
export const valueText = (value: string) => (isUnread(value) ? asTyped(value) : typedNumber(value));
export const outcomeText = (value: Value, done: string, notDone: string) =>
  typeof value === 'string' ? (isUnread(value) ? asTyped(value) : value) : value ? done : notDone;
