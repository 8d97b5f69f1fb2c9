import type { Member, VerdictInput, Word, WordInput } from '@/api/report-types';
import { askedOf, leftOf } from '@/components/case/shares';
import { readNumber, typedNumber } from './numbers';

/** What is said of a row while it is typed: the number as text, dates empty while there are none. */
export interface WordDraft {
  done: boolean | null;
  completed_on: string;
  result: string;
  value: string;
  cause: string;
  remedy: string;
  promised_on: string;
  expected_on: string;
  evidence: Word['evidence'];
  /** Of a class of units that is not done: those that are not; none chosen yet: those that do not say that they are. */
  left?: string[];
}

/** Nothing has been said yet. */
export const SILENT: Word = {
  done: null,
  completed_on: null,
  result: '',
  value: null,
  cause: '',
  remedy: '',
  promised_on: null,
  expected_on: null,
  evidence: [],
};

/** What decides the questions that a row asks. */
export interface Asking {
  counted: boolean;
  overdue: boolean;
  value_wanted?: boolean;
  /** Of a monitoring report, where several units speak of the row. */
  members?: readonly Member[];
}

export interface Questions {
  /** Ngày hoàn thành. */
  completed: boolean;
  value: boolean;
  /** Nguyên nhân, hướng khắc phục, ngày hẹn: not done, and its time has run out. */
  cause: boolean;
  /** Dự kiến hoàn thành: not done, and still in time. */
  expected: boolean;
}

export function draftOf(word: Word & Pick<Asking, 'members'>): WordDraft {
  const { members = [] } = word;
  const { done, completed_on, result, value, cause, remedy, promised_on, expected_on, evidence } = word;
  return {
    done,
    completed_on: completed_on ?? '',
    result,
    value: typedNumber(value),
    cause,
    remedy,
    promised_on: promised_on ?? '',
    expected_on: expected_on ?? '',
    evidence,
    ...(done === false && askedOf({ members }).length > 0 ? { left: leftOf({ done, members }) } : {}),
  };
}

/** Which questions a row asks, given what is said of it so far. A standing row owes no explanation. */
export function questionsOf(row: Asking, done: boolean | null): Questions {
  const open = done === false && row.counted;
  return { completed: done === true, value: row.value_wanted ?? false, cause: open && row.overdue, expected: open && !row.overdue };
}

/** What PUT takes of one row of a report. */
export function inputOf(id: string, row: Asking, word: WordDraft): VerdictInput {
  const left = word.done === false && word.left ? { left: word.left } : {};
  return { row: id, ...saidOf(row, word), ...left };
}

/** What is sent of a word: only answers to questions that are asked. An unreadable number goes as null; see `unreadable`. */
export function saidOf(row: Asking, word: WordDraft): Omit<WordInput, 'row'> {
  const asked = questionsOf(row, word.done);
  const answerTo = (question: keyof Questions, typed: string) => (asked[question] ? typed.trim() : '');
  return {
    done: word.done,
    completed_on: answerTo('completed', word.completed_on) || null,
    result: word.result.trim(),
    value: readNumber(answerTo('value', word.value)).value ?? null,
    cause: answerTo('cause', word.cause),
    remedy: answerTo('cause', word.remedy),
    promised_on: answerTo('cause', word.promised_on) || null,
    expected_on: answerTo('expected', word.expected_on) || null,
    evidence: word.evidence,
  };
}

/** Whether a number is typed that nobody can read: it is not saved before it is mended. */
export function unreadable(row: Asking, word: WordDraft): boolean {
  return (row.value_wanted ?? false) && readNumber(word.value).problem !== undefined;
}

export function sameWord(one: WordDraft, other: WordDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
