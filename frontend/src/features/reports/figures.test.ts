import { expect, it } from 'vitest';
import type { FindingRow, MonitoredItem } from '@/api/report-types';
import { agreeable, monitoredWith, progressWith, sortRows, twoDigits } from './figures';

const row = (id: string, part: Partial<FindingRow>): FindingRow =>
  ({ row: id, unit: 'DT', listing: 'due', done: null, word: null, ...part }) as FindingRow;
const says = (done: boolean | null) => ({ done }) as FindingRow['word'];

it('counts as the Notice writes', () => {
  expect([5, 12].map(twoDigits)).toEqual(['05', '12']);
});

it('keeps N = k + m: what nobody judged is not done, what is standing is not counted', () => {
  const rows = [
    row('a', { counted: true, unfinished: false }),
    row('b', { counted: true, unfinished: true }),
    row('c', { counted: true, unfinished: true }),
    row('d', { counted: false, unfinished: false }),
  ];
  const { done, open, standing } = sortRows(rows);
  expect([done, open, standing].map((list) => list.map((item) => item.row).join(''))).toEqual(['a', 'bc', 'd']);
});

it('offers to agree where the unit has spoken and nobody judged', () => {
  const rows = [
    row('a', { word: says(true) }),
    row('b', { word: says(false), unit: 'KHTC' }),
    row('c', { word: says(true), done: false }),
    row('d', { word: says(null) }),
    row('e', {}),
  ];
  expect(agreeable(rows)).toBe(2);
  expect(agreeable(rows, 'KHTC')).toBe(1);
});

it('sends everything with one item changed: what is left out would be deleted', () => {
  const item = (id: string, part: Partial<MonitoredItem>) =>
    ({ item: id, units: [], shortfall: '', minimum: null, progress: [], ...part }) as unknown as MonitoredItem;
  const items = [
    item('a', { minimum: { value: 3, unit: 'đơn vị' }, progress: [{ on: '2026-11-06', text: 'Tuần 1' }] }),
    item('b', { minimum: { value: 2, unit: 'đơn vị' }, units: ['DT'] }),
    item('c', {}),
  ];
  expect(monitoredWith(items, { item: 'a', units: ['KHTC'], shortfall: 'Mưa bão' })).toEqual([
    { item: 'a', units: ['KHTC'], shortfall: 'Mưa bão' },
    { item: 'b', units: ['DT'], shortfall: '' },
  ]);
  expect(progressWith(items, 'c', [{ on: '2026-11-13', text: 'Tuần 2' }])).toEqual([
    { item: 'a', on: '2026-11-06', text: 'Tuần 1' },
    { item: 'c', on: '2026-11-13', text: 'Tuần 2' },
  ]);
});
