import { expect, test } from 'vitest';
import type { OpeningRow } from '@/api/opening-types';
import { answerAll, answerOf, changedRows } from './answers';

const row = (part: Partial<OpeningRow>): OpeningRow => ({
  row: 'a',
  plan: 'p',
  plan_title: 'Kế hoạch',
  text: 'Rà soát',
  due_text: 'Tháng 10/2026',
  due_on: '2026-10-31',
  standing: '',
  completed_on: null,
  note: '',
  evidence: [],
  ...part,
});

test('a day belongs to what is done', () => {
  expect(answerOf(row({ standing: 'done', completed_on: '2026-10-15' }))).toMatchObject({ completed_on: '2026-10-15' });
  expect(answerOf(row({ standing: 'open', completed_on: '2026-10-15' }))).toMatchObject({ completed_on: null });
});

test('only rows of which something else is said are sent', () => {
  const before = [row({}), row({ row: 'b', standing: 'open', note: 'Thiếu 3 bộ' })];
  const typed = [row({ standing: 'unclear' }), row({ row: 'b', standing: 'open', note: 'Thiếu 3 bộ' })];
  expect(changedRows(typed, before).map((one) => one.row)).toEqual(['a']);
});

test('what was answered stays when the rest is answered at once', () => {
  const rows = answerAll([row({}), row({ row: 'b', standing: 'open' })], 'done');
  expect(rows.map((one) => one.standing)).toEqual(['done', 'open']);
});
