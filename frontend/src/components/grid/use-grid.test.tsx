import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Column } from './columns';
import type { Sheet } from './sheet';
import { useGrid } from './use-grid';

const COLUMNS: Column[] = [
  { key: 'text', title: 'Nội dung', width: 100, fields: ['text'], read: ({ text }) => String(text), write: (text) => ({ text }) },
];
const rows = (...texts: string[]): Sheet => texts.map((text) => ({ id: text, fields: { text } }));
const textsOf = (sheet: Sheet) => sheet.map(({ fields }) => fields.text);

/** A grid whose rows somebody else changes. */
function opened(first: Sheet) {
  let sheet = first;
  const change = vi.fn((edit: (now: Sheet) => Sheet) => (sheet = edit(sheet)));
  const acts = {
    change,
    undo: vi.fn(),
    redo: vi.fn(),
    type: vi.fn(),
    onPasted: vi.fn(),
    newRow: () => ({ id: 'new', fields: { text: '' } }),
  };
  const props = () => ({ ...acts, columns: COLUMNS, sheet, shown: sheet.map(({ id }) => id), typing: null });
  const hook = renderHook(useGrid, { initialProps: props() });
  const others = (now: Sheet) => {
    sheet = now;
    hook.rerender(props());
  };
  return { grid: () => hook.result.current, others, texts: () => textsOf(sheet) };
}

it('writes into the row in which somebody types, although others delete rows above it', () => {
  const { grid, others, texts } = opened(rows('a', 'b', 'c'));
  act(() => grid().choose({ row: 1, column: 0 }, false));
  act(() => grid().edit('của tôi', true));
  others(rows('b', 'c'));
  expect(grid().focus.row).toBe(0);
  act(() => grid().leave(true));
  expect(texts()).toEqual(['của tôi', 'c']);
});

it('keeps what is typed into a row that others delete meanwhile, as a new row', () => {
  const { grid, others, texts } = opened(rows('a', 'b', 'c'));
  act(() => grid().choose({ row: 1, column: 0 }, false));
  act(() => grid().edit('của tôi', true));
  others(rows('a', 'c'));
  act(() => grid().leave(true));
  expect(texts()).toEqual(['a', 'c', 'của tôi']);
});
