import { describe, expect, it } from 'vitest';
import { Problem } from '@/api/problem';
import { blank, inputsOf, refusedAt } from './draft';

const written = { ...blank('a'), id: 'r1', text: 'Hoàn thiện đề án' };

describe('what is sent', () => {
  it('is numbered in its order and carries no key', () => {
    const [first, second] = inputsOf([blank('b'), written]);
    expect(first).toMatchObject({ kind: 'task', text: '', leads: [], due_text: '', number: '1' });
    expect(second).toMatchObject({ id: 'r1', number: '2' });
    expect(first).not.toHaveProperty('key');
    expect(second).not.toHaveProperty('key');
  });
});

describe('a refusal', () => {
  const error = new Problem(422, {
    reasons: [
      { code: 'text-missing', text: 'Thiếu nội dung.', row: '1', field: 'text' },
      { code: 'lead-missing', text: 'Thiếu đơn vị.', row: 'r1', field: 'leads' },
    ],
  });

  it('is shown at its row and field, found by id or by place', () => {
    expect(refusedAt(error, blank('b'), 0, 'text')).toBe('Thiếu nội dung.');
    expect(refusedAt(error, written, 1, 'leads')).toBe('Thiếu đơn vị.');
  });

  it('is not shown anywhere else', () => {
    expect(refusedAt(error, blank('b'), 0, 'leads')).toBeUndefined();
    expect(refusedAt(error, written, 1, 'text')).toBeUndefined();
    expect(refusedAt(new Error('network'), written, 1, 'leads')).toBeUndefined();
  });
});
