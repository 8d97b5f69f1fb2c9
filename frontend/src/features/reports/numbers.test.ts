import { expect, it } from 'vitest';
import { readNumber, shownNumber, typedNumber } from './numbers';

it('reads numbers as offices type them', () => {
  expect(readNumber('95,5')).toEqual({ value: '95.5' });
  expect(readNumber('95.5')).toEqual({ value: '95.5' });
  expect(readNumber(' 1.250.000 ')).toEqual({ value: '1250000' });
  expect(readNumber('1.250,75')).toEqual({ value: '1250.75' });
  expect(readNumber('0,125')).toEqual({ value: '0.125' });
  expect(readNumber('1000')).toEqual({ value: '1000' });
});

it('takes a blank for nothing, never for zero', () => {
  expect(readNumber('  ')).toEqual({ value: null });
  expect(typedNumber(null)).toBe('');
});

it('does not guess', () => {
  expect(readNumber('1.000')).toEqual({ problem: 'ambiguous' });
  expect(readNumber('1.2.3')).toEqual({ problem: 'unreadable' });
  expect(readNumber('95%')).toEqual({ problem: 'unreadable' });
});

it('writes them back the same way', () => {
  expect(typedNumber('95.5')).toBe('95,5');
  expect(shownNumber('1250000.5', 'vi')).toBe('1.250.000,5');
});
