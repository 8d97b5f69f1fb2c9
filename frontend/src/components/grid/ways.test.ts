import { expect, it } from 'vitest';
import type { Cell } from './selection';
import { wayIn, wayOut } from './ways';

const SIZE = { rows: 3, columns: 4 };
const NOWHERE = () => false;
const at = (row: number, column: number): Cell => ({ row, column });
const stand = (focus: Cell, more = {}) => ({ focus, size: SIZE, column: focus.column, lacks: NOWHERE, growing: false, ...more });
const down = { kind: 'move', down: 1, right: 0, extending: false } as const;
const up = { ...down, down: -1 } as const;

it('leads out below the last row and above the first, in the same column', () => {
  expect(wayOut(down, stand(at(2, 1)))).toEqual({ way: 1, column: 1 });
  expect(wayOut(down, stand(at(1, 1)))).toBeUndefined();
  expect(wayOut(up, stand(at(0, 3)))).toEqual({ way: -1, column: 3 });
  expect(wayOut({ ...down, extending: true }, stand(at(2, 1)))).toBeUndefined();
});

it('leads out by Enter in the column where somebody began, but not where the next row begins below', () => {
  expect(wayOut({ kind: 'enter' }, stand(at(2, 3), { column: 1 }))).toEqual({ way: 1, column: 1 });
  expect(wayOut({ kind: 'enter' }, stand(at(2, 3), { growing: true }))).toBeUndefined();
});

it('leads out to a gap only where none is left here', () => {
  expect(wayOut({ kind: 'gap' }, stand(at(0, 0)))).toBe('gap');
  expect(wayOut({ kind: 'gap' }, stand(at(0, 0), { lacks: ({ row, column }: Cell) => row === 2 && column === 2 }))).toBeUndefined();
});

it('comes in at the nearest row, or at the first gap', () => {
  expect(wayIn({ way: 1, column: 9 }, SIZE, NOWHERE)).toEqual(at(0, 3));
  expect(wayIn({ way: -1, column: 1 }, SIZE, NOWHERE)).toEqual(at(2, 1));
  expect(wayIn('gap', SIZE, ({ column }) => column === 2)).toEqual(at(0, 2));
  expect(wayIn('gap', SIZE, NOWHERE)).toBeUndefined();
  expect(wayIn({ way: 1, column: 0 }, { rows: 0, columns: 4 }, NOWHERE)).toBeUndefined();
});
