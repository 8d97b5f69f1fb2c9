import { expect, test } from 'vitest';
import { evidenceIn, evidenceText, packed } from './evidence-words';
import { filledFrom, monthBefore } from './last-month';
import { lacksOf } from './word-gaps';
import { answered, dayText, dayTyped, fieldsOf, isUnread, outcomeTyped, valueText, valueTyped, wordOf } from './word-sheet';
import { SILENT } from './words';

const BLANK = fieldsOf(SILENT);

test.each([
  ['x', true],
  ['Hoàn thành', true],
  ['đã xong', true],
  ['1', true],
  ['c', false],
  ['Chưa hoàn thành', false],
  ['không', false],
  ['0', false],
  ['', ''],
] as const)('“%s” is an outcome', (text, done) => {
  expect(outcomeTyped(text, BLANK).done).toBe(done);
});

test('keeps what is no outcome as it was typed', () => {
  expect(isUnread(outcomeTyped('đang làm', BLANK).done)).toBe(true);
});

test('done has a day, and nothing of what was said of its not being done; not done has none', () => {
  const open = { ...BLANK, done: false, cause: 'Thiếu kinh phí', expected_on: '2026-12-31' };
  const done = { ...open, ...answered(true, open, '2026-11-23') };
  expect(done).toMatchObject({ done: true, completed_on: '2026-11-23', cause: '', expected_on: '' });
  expect({ ...done, ...answered(false, done) }).toMatchObject({ done: false, completed_on: '' });
});

test('a word is the same there and back', () => {
  const word = {
    ...SILENT,
    done: true,
    completed_on: '2026-11-20',
    result: 'Đã ban hành',
    value: '95.5',
    evidence: [{ kind: 'document' as const, value: '12/BC', name: '' }],
  };
  expect(wordOf(fieldsOf(word))).toEqual(word);
  expect(wordOf(BLANK)).toEqual(SILENT);
});

test('days and figures that cannot be read stay as they were typed', () => {
  expect(dayText(dayTyped('cuối năm', 'ahead'))).toBe('cuối năm');
  expect(dayText(dayTyped('5/1/2027', 'ahead'))).toBe('05/01/2027');
  expect(valueText(valueTyped('1.000'))).toBe('1.000');
  expect(isUnread(valueTyped('1.000'))).toBe(true);
  expect(valueTyped('95,5')).toBe('95.5');
  expect(valueText('95.5')).toBe('95,5');
});

test('evidence is a list of names: what was there stays what it is', () => {
  const file = packed({ kind: 'file', value: 'a'.repeat(64), name: 'biên bản.pdf' });
  expect(evidenceIn('biên bản.pdf; 12/BC-ĐT; https://so.vn/1; 12/BC-ĐT', [file])).toEqual([
    file,
    packed({ kind: 'document', value: '12/BC-ĐT', name: '' }),
    packed({ kind: 'link', value: 'https://so.vn/1', name: '' }),
  ]);
  expect(evidenceText([file])).toBe('biên bản.pdf');
  expect(evidenceIn('', [file])).toEqual([]);
});

test('what is missing is asked of counted rows, of others once something is said', () => {
  const row = { counted: true, overdue: true, beside: false, value_wanted: false };
  const open = { ...BLANK, done: false };
  expect(lacksOf(row, BLANK, 'done')).toBe(true);
  expect(lacksOf(row, BLANK, 'cause')).toBe(false);
  expect(lacksOf(row, open, 'cause')).toBe(true);
  expect(lacksOf({ ...row, overdue: false }, open, 'expected_on')).toBe(true);
  expect(lacksOf(row, { ...BLANK, done: true }, 'evidence')).toBe(true);
  expect(lacksOf({ ...row, counted: false, beside: true }, BLANK, 'done')).toBe(false);
  expect(lacksOf({ ...row, counted: false, beside: true }, { ...BLANK, done: true }, 'result')).toBe(true);
});

test('last month’s words fill only what is blank', () => {
  const sheet = [
    { id: 'a', fields: { ...BLANK, row: 'a', result: 'Mới' } },
    { id: 'b', fields: { ...BLANK, row: 'b' } },
  ];
  const then = ['a', 'b'].map((row) => ({ ...SILENT, row, result: 'Cũ', completed_on: '2026-10-01' }));
  const { sheet: filled, count } = filledFrom(sheet, then as never);
  expect(count).toBe(1);
  expect(filled.map(({ fields }) => [fields.result, fields.completed_on])).toEqual([
    ['Mới', ''],
    ['Cũ', ''],
  ]);
});

test('the month before is the last one that ended', () => {
  const period = (label: string, kind: string, starts: string, ends: string) => ({ label, kind, starts, ends });
  const periods = [
    period('2026-2027', 'school-year', '2026-08-01', '2027-07-31'),
    period('2026-11', 'month', '2026-11-01', '2026-11-30'),
    period('2026-09', 'month', '2026-09-01', '2026-09-30'),
    period('2026-10', 'month', '2026-10-01', '2026-10-31'),
  ];
  expect(monthBefore(periods as never, '2026-11')).toBe('2026-10');
  expect(monthBefore(periods as never, '2026-09')).toBeUndefined();
});
