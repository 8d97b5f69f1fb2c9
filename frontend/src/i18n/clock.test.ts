import { expect, it } from 'vitest';
import { clockOf } from './clock';

it.each([
  ['17:00', '17:00'],
  ['17', '17:00'],
  ['8h', '08:00'],
  ['8h30', '08:30'],
  ['7 giờ 15', '07:15'],
  ['1730', '17:30'],
  ['730', '07:30'],
  [' 9.05 ', '09:05'],
])('reads %s as %s', (typed, clock) => expect(clockOf(typed)).toBe(clock));

it.each(['', '24:00', '12:60', '5 PM', 'chiều', '12345'])('reads no hour in “%s”', (typed) => expect(clockOf(typed)).toBeUndefined());
