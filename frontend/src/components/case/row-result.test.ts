import { expect, it } from 'vitest';
import { i18next } from '@/i18n/i18n';
import { lookOfResult } from './row-result';

const word = (done: boolean | null, overdue: boolean, when: { late?: boolean; completed_on?: string } = {}) =>
  i18next.t(lookOfResult({ done, overdue, ...when }).label);

it('tells what is done from what is open, in time and overdue', () => {
  expect(word(true, false)).toBe('Hoàn thành');
  expect(word(true, true)).toBe('Hoàn thành');
  expect(word(true, true, { completed_on: '2026-10-14', late: false })).toBe('Hoàn thành đúng hạn');
  expect(word(true, true, { completed_on: '2026-10-16', late: true })).toBe('Hoàn thành quá hạn');
  expect(word(true, true, { completed_on: '2026-10-16' })).toBe('Hoàn thành');
  expect(word(false, false)).toBe('Chưa hoàn thành, trong hạn');
  expect(word(false, true)).toBe('Chưa hoàn thành, quá hạn');
});

it('never takes silence for a verdict', () => {
  expect(word(null, false)).toBe('Chưa có kết quả theo dõi');
  expect(lookOfResult({ done: null, overdue: true }).late).toBe(true);
});
