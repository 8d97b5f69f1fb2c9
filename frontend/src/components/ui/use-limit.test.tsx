import { renderHook } from '@testing-library/react';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LIMITS } from '@/api/limits';
import '@/i18n/i18n';
import { useLimit } from './use-limit';

it('says by how much a text is too long, and nothing at the limit', () => {
  const limit = renderHook(() => useLimit()).result.current;
  expect(limit(LIMITS.RowInput.number, 'x'.repeat(20)).error).toBeUndefined();
  expect(limit(LIMITS.RowInput.number, 'x'.repeat(21)).error).toBe('Dài 21 ký tự; tối đa 20 ký tự.');
});

it('counts letters as the server does: composed, an emoji as one', () => {
  const limit = renderHook(() => useLimit()).result.current;
  expect(limit(20, 'ế'.repeat(20).normalize('NFD')).error).toBeUndefined();
  expect(limit(20, '😀'.repeat(20)).error).toBeUndefined();
});

it('shows what the server refused first', () => {
  const limit = renderHook(() => useLimit()).result.current;
  expect(limit(1, 'xx', 'Trùng tên.').error).toBe('Trùng tên.');
});

// A search, an hour, a figure, a password and what is only read have no limit of this kind; proposals are limited as a list.
const OTHERS = ['time-field', 'plan-filters', 'login-form', 'new-period', 'reminder', 'proposal-fields', 'author-fields', 'word-fields'];

it('stands at every field of text', () => {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.tsx') && !name.includes('.test.') && !OTHERS.some((other) => name.includes(other)),
  );
  const without = names.filter((name) => {
    const fields = readFileSync(join('src', name), 'utf8').match(/<(TextInput|Textarea)\b[\s\S]*?\/>/g) ?? [];
    return fields.some((field) => !field.includes('limit(') && !field.includes('...field('));
  });
  expect(without).toEqual([]);
});
