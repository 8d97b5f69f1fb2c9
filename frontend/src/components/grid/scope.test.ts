import { describe, expect, it } from 'vitest';
import { isClosed, openPart, scopeOf } from './scope';
import type { SheetRow } from './sheet';

const place = (row: string, ...fields: string[]) => ({ row, fields, reason: '', by: '' });
const opened = (open: ReturnType<typeof place>[] | null) => scopeOf({ id: 'k', open });
const row = (id: string, text: string, product = ''): SheetRow => ({ id, fields: { text, product, number: '1' } });
const sheet = [row('a', 'Một'), row('b', 'Hai'), row('c', 'Ba')];

describe('scopeOf', () => {
  it('opens everything where nothing was marked', () => {
    expect(opened(null).allows('a')).toBe(true);
    expect(scopeOf(undefined).limited).toBe(false);
  });

  it('opens the field that was marked, the row that was, and a column in every row', () => {
    const scope = opened([place('a', 'text'), place('b'), place('', 'product')]);
    expect(scope.allows('a', 'text')).toBe(true);
    expect(scope.allows('a')).toBe(false);
    expect(scope.allows('b', 'text')).toBe(true);
    expect(scope.allows('b')).toBe(true);
    expect(scope.allows('c', 'product')).toBe(true);
    expect(scope.allows('c', 'text')).toBe(false);
  });

  it('tells closed cells', () => {
    const scope = opened([place('a', 'text')]);
    const column = { key: 'text', title: '', width: 1, fields: ['text'], read: () => '', write: () => ({}) };
    expect(isClosed(scope, sheet[0]!, column)).toBe(false);
    expect(isClosed(scope, sheet[1]!, column)).toBe(true);
  });
});

describe('openPart', () => {
  const scope = opened([place('a', 'text'), place('b')]);

  it('keeps what is closed as it stood, and numbers free', () => {
    const typed = [row('a', 'Mới', 'Mới'), row('b', 'Mới', 'Mới'), { id: 'c', fields: { text: 'Mới', product: '', number: '9' } }];
    expect(openPart(sheet, typed, scope)).toEqual([
      row('a', 'Mới'),
      row('b', 'Mới', 'Mới'),
      { id: 'c', fields: { text: 'Ba', product: '', number: '9' } },
    ]);
  });

  it('takes out an open row, and no closed one', () => {
    expect(openPart(sheet, [sheet[0]!, sheet[2]!], scope).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(openPart(sheet, [sheet[1]!], scope)).toEqual(sheet);
  });

  it('moves an open row, and no closed one; adds none that was not opened', () => {
    expect(openPart(sheet, [sheet[1]!, sheet[0]!, sheet[2]!], scope).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(openPart(sheet, [sheet[2]!, sheet[0]!, sheet[1]!], scope)).toEqual(sheet);
    expect(openPart(sheet, [...sheet, row('d', 'Bốn')], scope)).toEqual(sheet);
  });
});
