import { describe, expect, it } from 'vitest';
import {
  changeProposals,
  changeWord,
  conflicts,
  inputsOf,
  isTouched,
  keepMine,
  shownWord,
  takeTheirs,
  UNTOUCHED,
  withoutSaved,
  type DraftedRow,
} from './report-draft';
import { draftOf, inputOf, questionsOf, SILENT, unreadable } from './words';

const row = (id: string, part: Partial<DraftedRow> = {}): DraftedRow => ({ row: id, counted: true, overdue: false, ...SILENT, ...part });
const blank = draftOf(SILENT);

describe('what a row asks', () => {
  it('asks for a cause and a promise when it is late, for an expected day while there is time', () => {
    expect(questionsOf({ counted: true, overdue: true }, false)).toMatchObject({ cause: true, expected: false });
    expect(questionsOf({ counted: true, overdue: false }, false)).toMatchObject({ cause: false, expected: true });
  });

  it('asks of what is done only when, and nothing of what is not yet said or standing', () => {
    const nothing = { completed: false, value: false, cause: false, expected: false };
    expect(questionsOf({ counted: true, overdue: true }, true)).toEqual({ ...nothing, completed: true });
    expect(questionsOf({ counted: true, overdue: true }, null)).toEqual(nothing);
    expect(questionsOf({ counted: false, overdue: false }, false)).toEqual(nothing);
  });

  it('sends no answer to a question that is no longer asked', () => {
    const word = { ...blank, done: true, result: ' Xong ', cause: 'Mưa bão', promised_on: '2026-11-30', value: '95,5' };
    expect(inputOf('a', { counted: true, overdue: true, value_wanted: true }, word)).toEqual({
      ...SILENT,
      row: 'a',
      done: true,
      result: 'Xong',
      value: '95.5',
    });
  });

  it('does not save a number that nobody can read', () => {
    expect(unreadable({ counted: true, overdue: false, value_wanted: true }, { ...blank, value: '1.000' })).toBe(true);
    expect(unreadable({ counted: true, overdue: false }, { ...blank, value: '1.000' })).toBe(false);
  });
});

describe('a draft of a report', () => {
  const done = changeWord(UNTOUCHED, row('a'), { done: true });

  it('holds only what was touched', () => {
    expect(isTouched(done)).toBe(true);
    expect(inputsOf(done, [row('a'), row('b')]).map(({ row: id }) => id)).toEqual(['a']);
    expect(isTouched(changeWord(done, row('a'), { done: null }))).toBe(false);
  });

  it('lets others work on the other rows', () => {
    const theirs = row('b', { done: true, result: 'Người khác ghi' });
    expect(conflicts(done, [row('a'), theirs])).toEqual([]);
    expect(shownWord(done, theirs).result).toBe('Người khác ghi');
  });

  it('notices that somebody wrote the same row, and lets the person choose', () => {
    const theirs = row('a', { done: false });
    expect(conflicts(done, [theirs])).toEqual(['a']);
    expect(conflicts(keepMine(done, theirs), [theirs])).toEqual([]);
    expect(shownWord(keepMine(done, theirs), theirs).done).toBe(true);
    expect(shownWord(takeTheirs(done, theirs), theirs).done).toBe(false);
  });

  it('forgets rows that left the report', () => {
    expect(inputsOf(done, [row('b')])).toEqual([]);
  });

  it('keeps what was typed while it was being saved', () => {
    const more = changeWord(changeWord(done, row('a'), { result: 'Xong' }), row('b'), { done: false });
    const after = { rows: [row('a', { done: true }), row('b')], proposals: [] };
    const left = withoutSaved(more, done, after);
    expect(shownWord(left, after.rows[0]!)).toMatchObject({ done: true, result: 'Xong' });
    expect(conflicts(left, after.rows)).toEqual([]);
    expect(isTouched(withoutSaved(done, done, after))).toBe(false);
  });

  it('compares proposals with what the server had', () => {
    const draft = changeProposals(UNTOUCHED, ['Mua máy'], ['Mua máy', 'Thêm người']);
    expect(draft.proposals?.mine).toEqual(['Mua máy', 'Thêm người']);
    expect(isTouched(changeProposals(draft, ['Mua máy'], ['Mua máy']))).toBe(false);
  });
});
