import { describe, expect, it } from 'vitest';
import type { InboxItem } from '@/api/types';
import { EVERYTHING, grouped, narrowed, nextAfter, parted, type Names } from './inbox-order';

const QUIET: InboxItem['glimpse'] = { tally: null, changes: null, since: null, answered: 0, quiet: true };
const NOW = new Date('2026-11-25T02:00:00Z');
const NAMES: Names = {
  kind: (kind) => ({ plan: 'Kế hoạch', 'unit-report': 'Báo cáo đơn vị' })[kind] ?? '',
  unit: (code) => ({ DT: 'Phòng Đào tạo', HCQT: 'Phòng HCQT' })[code] ?? code,
  period: (label) => `Tháng ${label}`,
  reports: (label) => `Báo cáo tháng ${label}`,
};

function item(id: string, more: Partial<InboxItem> = {}): InboxItem {
  return {
    case: id,
    kind: 'unit-report',
    title: `Báo cáo ${id}`,
    unit: 'DT',
    period: '2026-11',
    state: 'draft',
    submitted: true,
    discarded: false,
    waits_for: 'head',
    waits_unit: 'DT',
    since: '2026-11-20T01:00:00Z',
    due_at: null,
    returned: 0,
    digest: id,
    submission: 1,
    acts: ['approve'],
    carried: false,
    holds_up: '',
    working_days: null,
    glimpse: QUIET,
    plan: null,
    questions: [],
    ...more,
  };
}

const ids = (items: readonly InboxItem[]) => items.map((one) => one.case).join(' ');

describe('the order of what waits', () => {
  it('is: what blocks others, what is due first, what waits longest, what is due on no day last', () => {
    const waiting = [
      item('undated'),
      item('late', { due_at: '2026-11-20T10:00:00Z' }),
      item('today', { due_at: '2026-11-25T10:00:00Z' }),
      item('older', { since: '2026-11-01T01:00:00Z' }),
      item('blocking', { holds_up: 'Chặn việc khác', due_at: '2026-12-25T10:00:00Z' }),
    ];
    expect(ids(parted(waiting, []).mine)).toBe('blocking late today older undated');
    expect(ids(parted([...waiting].reverse(), []).mine)).toBe('blocking late today older undated');
  });

  it('leaves out what goes on with its container, and says it once among what waits elsewhere', () => {
    const { mine, others } = parted([item('mine'), item('carried', { carried: true })], [item('sent'), item('carried', { carried: true })]);
    expect([ids(mine), ids(others)]).toEqual(['mine', 'carried sent']);
  });
});

it('a question of mine is waited for elsewhere although the case waits for me', () => {
  const questions = [{ id: 'q', row: '', text: 'Vì sao?', author: 'B', created_at: '2026-11-20T01:00:00Z' }];
  const { mine, others } = parted([item('a'), item('b')], [item('a', { questions }), item('b'), item('c')]);
  expect([ids(mine), ids(others)]).toEqual(['a b', 'a c']);
});

describe('looking for something', () => {
  const waiting = [
    item('a'),
    item('b', { unit: 'HCQT', due_at: '2026-11-24T10:00:00Z' }),
    item('c', { kind: 'plan', title: 'Kế hoạch năm học', due_at: '2026-11-26T10:00:00Z' }),
  ];
  const found = (choice: Partial<typeof EVERYTHING>) => ids(narrowed(waiting, { ...EVERYTHING, ...choice }, NAMES, NOW));

  it('takes each word, with or without marks, of title, unit, kind and period', () => {
    expect(found({ q: 'bao cao DAO TAO' })).toBe('a');
    expect(found({ q: 'kế hoạch 2026-11' })).toBe('c');
    expect(found({ q: 'không có' })).toBe('');
  });

  it('narrows to a kind, a unit, and what is late', () => {
    expect([found({}), found({ kind: 'plan' }), found({ unit: 'HCQT' }), found({ late: true })]).toEqual(['a b c', 'c', 'b', 'b']);
  });
});

describe('groups', () => {
  const waiting = [item('a', { unit: 'HCQT' }), item('b'), item('c', { unit: 'HCQT', kind: 'plan', period: '2026-10' })];

  it('stand in the order of the most urgent of each', () => {
    expect(grouped(waiting, 'unit', NAMES).map(({ name, items }) => `${name}: ${ids(items)}`)).toEqual([
      'Phòng HCQT: a c',
      'Phòng Đào tạo: b',
    ]);
    expect(grouped(waiting, 'month', NAMES).map(({ name, items }) => `${name}: ${ids(items)}`)).toEqual([
      'Tháng 2026-11: a b',
      'Tháng 2026-10: c',
    ]);
    expect(grouped(waiting, 'kind', NAMES).map(({ name }) => name)).toEqual(['Báo cáo đơn vị', 'Kế hoạch']);
  });

  it('by plan hold a plan with what is asked of it, reports by their period, the rest by kind', () => {
    const plan = { id: 'p', title: 'Kế hoạch đào tạo' };
    const mixed = [
      item('report'),
      item('supplement', { kind: 'plan', plan, period: '2026-2027' }),
      item('monitoring', { kind: 'monitoring-report', unit: 'HCQT' }),
      item('extension', { kind: 'extension', plan, period: '2026-2027' }),
      item('handover', { kind: 'handover' }),
      item('other', { kind: 'plan', plan: { id: 'q', title: 'Kế hoạch đào tạo' } }),
    ];
    expect(grouped(mixed, 'plan', NAMES).map(({ name, items }) => `${name}: ${ids(items)}`)).toEqual([
      'Báo cáo tháng 2026-11: report monitoring',
      'Kế hoạch đào tạo: supplement extension',
      ': handover',
      'Kế hoạch đào tạo: other',
    ]);
  });

  it('are one without a name where nothing is grouped', () => {
    expect(grouped(waiting, 'none', NAMES).map(({ name, items }) => [name, ids(items)])).toEqual([['', 'a b c']]);
  });
});

it('the next one is below the last that was dealt with, else the nearest above', () => {
  const order = ['a', 'b', 'c', 'd'];
  expect(nextAfter(order, ['b'])).toBe('c');
  expect(nextAfter(order, ['a', 'c'])).toBe('d');
  expect(nextAfter(order, ['c', 'd'])).toBe('b');
  expect(nextAfter(order, order)).toBeUndefined();
});
