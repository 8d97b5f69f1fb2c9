import { describe, expect, it } from 'vitest';
import type { Case } from '@/api/types';
import { choosable } from './choosable';

const inside = (id: string, digest: string, state: Case['state'] = 'monitor-reviewed') => ({
  id,
  kind: 'plan',
  title: `Plan ${id}`,
  unit: 'DT',
  state,
  digest,
  cited_as: '',
});
const checked = (id: string, digest: string) => ({ id, kind: 'plan', title: `Plan ${id}`, unit: 'DT', digest });

describe('what a consolidation may contain', () => {
  it('is what is inside and what else is checked, each once', () => {
    const found = choosable([inside('b', '1')], [checked('a', '1'), checked('b', '1')]);
    expect(found.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('tells what changed since it was taken in', () => {
    const found = choosable([inside('a', '1'), inside('b', '1')], [checked('a', '2'), checked('b', '1')]);
    expect(found.map(({ changed }) => changed)).toEqual([true, false]);
  });

  it('still lists what is inside and went back, with its state', () => {
    expect(choosable([inside('a', '1', 'draft')], [])).toEqual([
      { id: 'a', kind: 'plan', title: 'Plan a', unit: 'DT', changed: false, leftIn: 'draft' },
    ]);
  });

  it('does not repeat the unit that a report names in its title', () => {
    const report = { ...checked('a', '1'), kind: 'monitoring-report' };
    expect(choosable([], [report])[0]?.unit).toBeNull();
  });
});
