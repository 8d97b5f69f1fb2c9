import { expect, it } from 'vitest';
import { percent } from './percent';

it('writes a share as a percentage, and nothing as a dash', () => {
  expect(percent(0.875, 'vi')).toBe('88%');
  expect(percent(0, 'vi')).toBe('0%');
  expect(percent(null, 'vi')).toBe('–');
});
