import { expect, it } from 'vitest';
import { onlyUnit, periodAt } from './reference';

const PERIODS = [
  { label: '2025-2026', starts: '2025-08-01', ends: '2026-07-31' },
  { label: '2026-2027', starts: '2026-08-01', ends: '2027-07-31' },
];

it('knows the period of a day, its first and last day included', () => {
  expect(periodAt('2026-07-31', PERIODS)).toBe('2025-2026');
  expect(periodAt('2026-08-01', PERIODS)).toBe('2026-2027');
  expect(periodAt('2027-08-01', PERIODS)).toBe('');
});

it('leaves the choice to the person where periods overlap', () => {
  const year = { label: '2026', starts: '2026-01-01', ends: '2026-12-31' };
  expect(periodAt('2026-11-22', [...PERIODS, year])).toBe('');
});

it('begins with a unit only where there is no choice', () => {
  expect(onlyUnit(['DT'])).toBe('DT');
  expect(onlyUnit(['DT', 'HCQT'])).toBe('');
  expect(onlyUnit([])).toBe('');
});
