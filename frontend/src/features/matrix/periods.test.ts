import { expect, it } from 'vitest';
import { currentOf, reportedOn } from './periods';

const period = (label: string, starts: string, ends: string, kind = 'month', confirmed: string | null = 'x') => ({
  label,
  starts,
  ends,
  kind,
  confirmed_at: confirmed,
});
const october = period('2026-10', '2026-10-01', '2026-10-31');
const november = period('2026-11', '2026-11-01', '2026-11-30');
const quarter = period('2026-Q4', '2026-10-01', '2026-12-31', 'quarter');
const year = period('2026-2027', '2026-08-01', '2027-07-31', 'school-year', null);

it('offers what has due points', () => {
  expect(reportedOn([year, november])).toEqual([november]);
});

it('begins with the month that today is in', () => {
  expect(currentOf([november, october, quarter], '2026-11-20')).toBe(november);
  expect(currentOf([quarter, november], '2026-11-20')).toBe(november);
});

it('else with the latest that has begun, else with the first', () => {
  expect(currentOf([november, october], '2026-12-24')).toBe(november);
  expect(currentOf([november, october], '2026-09-01')).toBe(october);
  expect(currentOf([], '2026-09-01')).toBeUndefined();
});
