import { describe, expect, it } from 'vitest';
import type { Beginning } from '@/api/handover-types';
import { goingAlong, plansSent } from './going-along';

const one = (kind: Beginning['items'][number]['kind'], target: string, within: string | null = null) => ({
  kind,
  target,
  within,
  text: target,
  day: null,
});

const ITEMS = [
  one('plan', 'A'),
  one('plan', 'B'),
  one('row', 'named', 'A'),
  one('remark', 'remark', 'A'),
  one('promise', 'named', 'A'),
  one('promise', 'followed', 'A'),
  one('promise', 'other', 'B'),
  one('file', 'file'),
];

const targets = (kept: string[]) => goingAlong(ITEMS, kept).map(({ kind, target }) => `${kind} ${target}`);

describe('what goes along', () => {
  it('is all of it, and no plan is named', () => {
    expect(goingAlong(ITEMS, [])).toEqual(ITEMS);
    expect(plansSent(ITEMS, [])).toBeNull();
  });

  it('leaves a plan that is kept with what was promised in it, but not the rows that name the person', () => {
    expect(targets(['A'])).toEqual(['plan B', 'row named', 'remark remark', 'promise named', 'promise other', 'file file']);
    expect(plansSent(ITEMS, ['A'])).toEqual(['B']);
  });

  it('can be without any plan', () => {
    expect(plansSent(ITEMS, ['A', 'B'])).toEqual([]);
  });
});
