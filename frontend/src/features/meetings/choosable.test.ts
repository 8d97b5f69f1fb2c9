import { describe, expect, it } from 'vitest';
import type { Case } from '../../api/types';
import { choosable, mayChange } from './choosable';

const inside = (id: string, digest: string, state: Case['state'] = 'monitor-reviewed') => ({
  id,
  kind: 'plan',
  title: `Plan ${id}`,
  unit: 'DT',
  state,
  digest,
});
const reviewed = (id: string, digest: string) => ({ id, title: `Plan ${id}`, unit: 'DT', digest });

describe('what a consolidation may contain', () => {
  it('is what is inside and what else is reviewed, each once', () => {
    const found = choosable([inside('b', '1')], [reviewed('a', '1'), reviewed('b', '1')]);
    expect(found.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('tells what changed since it was taken in', () => {
    const found = choosable([inside('a', '1'), inside('b', '1')], [reviewed('a', '2'), reviewed('b', '1')]);
    expect(found.map(({ changed }) => changed)).toEqual([true, false]);
  });

  it('still lists what is inside and went back, with its state', () => {
    expect(choosable([inside('a', '1', 'draft')], [])).toEqual([
      { id: 'a', title: 'Plan a', unit: 'DT', changed: false, leftIn: 'draft' },
    ]);
  });
});

describe('changing a consolidation', () => {
  const kase = (part: Partial<Case>) => ({
    state: 'draft' as const,
    submitted: false,
    acts: [{ act: 'submit' as const, reasons: [] }],
    ...part,
  });
  const refusedFor = (code: string) => kase({ acts: [{ act: 'submit', reasons: [{ code, text: code }] }] });

  it('is for an open draft', () => {
    expect(mayChange(kase({}))).toBe(true);
    expect(mayChange(kase({ submitted: true }))).toBe(false);
    expect(mayChange(kase({ state: 'consolidated' }))).toBe(false);
  });

  it('is for whoever may submit it, once it is complete', () => {
    expect(mayChange(refusedFor('not-permitted'))).toBe(false);
    expect(mayChange(refusedFor('stale-inside'))).toBe(true);
  });
});
