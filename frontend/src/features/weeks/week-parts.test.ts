import { describe, expect, it } from 'vitest';
import type { MyWeek, WeekItem } from '@/api/week-types';
import { partsOf } from './week-parts';

const item = (text: string, day: string | null, overdue = false): WeekItem => ({
  what: 'row',
  day,
  overdue,
  title: 'Kế hoạch',
  text,
  case: 'plan',
  row: 'row',
  named: false,
});

const week = (starts: string): MyWeek => ({
  starts,
  ends: '',
  items: [item('Quá hạn', '2026-11-20', true), item('Thứ Năm', '2026-11-26'), item('Tuần sau', '2026-12-02'), item('Không ngày', null)],
});

const shown = (found: ReturnType<typeof partsOf>) => found.map(({ part, items }) => [part, items.map(({ text }) => text)]);

describe('the parts of a week', () => {
  it('tell what is over its day first, what has no day last', () => {
    const { items, ...rest } = week('2026-11-23');
    expect(shown(partsOf({ ...rest, items: items.filter(({ text }) => text !== 'Tuần sau') }, false))).toEqual([
      ['overdue', ['Quá hạn']],
      ['this', ['Thứ Năm']],
      ['undated', ['Không ngày']],
    ]);
  });

  it('tell the week after from this one', () => {
    expect(shown(partsOf(week('2026-11-30'), true))).toEqual([
      ['overdue', ['Quá hạn']],
      ['this', ['Thứ Năm']],
      ['next', ['Tuần sau']],
      ['undated', ['Không ngày']],
    ]);
  });

  it('leave out what is empty', () => {
    expect(partsOf({ ...week('2026-11-23'), items: [] }, false)).toEqual([]);
  });
});
