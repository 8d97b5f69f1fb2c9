import { expect, it } from 'vitest';
import { standOfAll, standShown } from './stand-shown';

const on = (stand: 'missing' | 'waiting' | 'returned' | 'checked', after_closing = false) => ({ stand, after_closing });

it('says what the status does not', () => {
  expect(standShown(on('missing'))).toBeNull();
  expect(standShown(on('checked'))).toBeNull();
  expect(standShown(on('checked', true))).toBe('after');
  expect(standShown(on('waiting', true))).toBe('waiting');
});

it('lets what was sent back stand for all parts', () => {
  expect(standOfAll([])).toBeNull();
  expect(standOfAll([on('checked'), on('waiting')])).toBe('waiting');
  expect(standOfAll([on('checked', true), on('waiting'), on('returned')])).toBe('returned');
});
