import { describe, expect, it } from 'vitest';
import type { Revision } from '@/api/types';
import { monthOf, monthsBetween, placeOf } from './line';

const held = (part: Partial<Revision> = {}) =>
  placeOf({ state: 'presented', discarded: false, holds_from: null, holds_until: null, ...part }, '2026-11-23');

describe('where a revision stands', () => {
  it('is by the months in which it holds', () => {
    expect(held()).toBe('now');
    expect(held({ holds_until: '2026-12-01' })).toBe('now');
    expect(held({ holds_until: '2026-11-01' })).toBe('before');
    expect(held({ holds_from: '2026-11-01' })).toBe('now');
    expect(held({ holds_from: '2026-12-01' })).toBe('ahead');
  });

  it('is under way until it is adopted, unless it was thrown away', () => {
    expect(held({ state: 'unit-approved' })).toBe('under-way');
    expect(held({ state: 'draft', discarded: true })).toBe('discarded');
  });
});

describe('months', () => {
  it('go over the turn of a year', () => {
    expect(monthOf('2026-12-01', 1)).toBe('2027-01');
    expect(monthOf('2027-01-01', -1)).toBe('2026-12');
    expect(monthsBetween('2026-11-15', '2027-02-01')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  });
});
