import { expect, it } from 'vitest';
import { takingIn } from './take-in';

const report = (id: string, digest: string) => ({ id, digest, kind: 'monitoring-report', title: id, unit: 'DT' });
const inside = (id: string, digest: string) => ({ ...report(id, digest), state: 'monitor-reviewed' as const, cited_as: '' });
const available = (id: string, digest: string) => ({ ...report(id, digest), period: '2025-08' });

it('has nothing to take in when everything checked is inside as it is', () => {
  expect(takingIn({ cases: [inside('a', '1')], available: [available('a', '1')] })).toEqual({ fresh: [], gone: [] });
});

it('names what was checked since, and what was corrected', () => {
  const { fresh } = takingIn({
    cases: [inside('a', '1'), inside('b', '1')],
    available: [available('a', '2'), available('b', '1'), available('c', '1')],
  });
  expect(fresh.map(({ id }) => id)).toEqual(['a', 'c']);
});

it('names what went back', () => {
  expect(takingIn({ cases: [inside('a', '1')], available: [] }).gone.map(({ id }) => id)).toEqual(['a']);
});
