import { expect, test } from 'vitest';
import { readDay } from './days';

const NOW = '2026-11-23';

test.each([
  ['15/9', 'past', '2026-09-15'],
  ['24/11', 'past', '2025-11-24'],
  ['23/11', 'past', '2026-11-23'],
  ['15/9', 'ahead', '2027-09-15'],
  ['23.11', 'ahead', '2026-11-23'],
  ['5-1-27', 'past', '2027-01-05'],
  [' 05/01/2027 ', 'past', '2027-01-05'],
  ['2027-1-5', 'ahead', '2027-01-05'],
  ['29/2/2028', 'ahead', '2028-02-29'],
] as const)('reads %s (%s) as %s', (text, side, day) => {
  expect(readDay(text, side, NOW)).toBe(day);
});

test.each(['', 'mai', '31/2/2026', '15/13', '1/2/3/4', 'tháng 9', '15'])('does not guess at “%s”', (text) => {
  expect(readDay(text, 'past', NOW)).toBeUndefined();
});
