import { describe, expect, it } from 'vitest';
import { IdempotencyKeys, newKey } from './idempotency';

describe('an idempotency key', () => {
  it('is a random UUID', () => {
    const made = new Set(Array.from({ length: 100 }, newKey));
    expect(made.size).toBe(100);
    for (const key of made) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('stays while the same request has no answer', () => {
    const keys = new IdempotencyKeys();
    expect(keys.keyFor({ act: 'approve' })).toBe(keys.keyFor({ act: 'approve' }));
  });

  it('is new for another request', () => {
    const keys = new IdempotencyKeys();
    expect(keys.keyFor({ act: 'approve' })).not.toBe(keys.keyFor({ act: 'approve', comment: 'Đồng ý' }));
  });

  it('is new after the server has answered', () => {
    const keys = new IdempotencyKeys();
    const first = keys.keyFor({ act: 'approve' });
    keys.answered();
    expect(keys.keyFor({ act: 'approve' })).not.toBe(first);
  });
});
