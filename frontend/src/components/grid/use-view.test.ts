import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Column } from './columns';
import { sortedBy, useView } from './use-view';

const column: Column = { key: 'text', title: 'Nội dung', width: 100, fields: ['text'], read: ({ text }) => text as string };
const rows = (...texts: string[]) => texts.map((text, at) => ({ id: `${at}`, fields: { text } }));

test('sorts as Vietnamese does, numbers by their size, blank cells last whichever way', () => {
  const sheet = rows('Đề án', 'Dạy học', '', 'Ấn phẩm', 'An toàn');
  const texts = (falling: boolean) => sortedBy(sheet, column, falling).map((id) => sheet[Number(id)]!.fields.text);
  expect(texts(false)).toEqual(['An toàn', 'Ấn phẩm', 'Dạy học', 'Đề án', '']);
  expect(texts(true)).toEqual(['Đề án', 'Dạy học', 'Ấn phẩm', 'An toàn', '']);
  expect(sortedBy(rows('10', '9', '2'), column, false)).toEqual(['2', '1', '0']);
});

test('a row does not jump while it is written in, new ones stand below, a third click gives the order back', () => {
  const { result, rerender } = renderHook(({ sheet }) => useView(sheet, [column]), { initialProps: { sheet: rows('c', 'b', 'a') } });
  const shown = () => result.current.shown.map(({ fields }) => fields.text);
  act(() => result.current.sort(column));
  expect(shown()).toEqual(['a', 'b', 'c']);
  rerender({ sheet: rows('c', 'b', 'z', 'aa') });
  expect(shown()).toEqual(['z', 'b', 'c', 'aa']);
  act(() => result.current.sort(column));
  act(() => result.current.sort(column));
  expect(shown()).toEqual(['c', 'b', 'z', 'aa']);
});

test('finds without marks', () => {
  const { result } = renderHook(() => useView(rows('Đề án', 'Dạy học'), [column]));
  act(() => result.current.seek('de an'));
  expect(result.current.shown.map(({ id }) => id)).toEqual(['0']);
});
