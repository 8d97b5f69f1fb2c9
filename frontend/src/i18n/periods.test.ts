import { expect, it } from 'vitest';
import { kindOfPeriod, shortPeriod } from './periods';

it('writes a month and a quarter as an office does', () => {
  expect(shortPeriod('2025-08')).toBe('8/2025');
  expect(shortPeriod('2026-11')).toBe('11/2026');
  expect(shortPeriod('2025-Q3')).toBe('III/2025');
});

it('leaves every other period as it is called', () => {
  expect(['2025-2026', '2025', 'Đợt thi đua 20/11'].map(shortPeriod)).toEqual(['2025-2026', '2025', 'Đợt thi đua 20/11']);
});

it('knows the kind of a period by its label', () => {
  expect(['2025-08', '2025-Q3', '2025', '2025-2026', 'Đợt thi đua 20/11'].map(kindOfPeriod)).toEqual([
    'month',
    'quarter',
    'year',
    'school-year',
    'review',
  ]);
});
