import { expect, it } from 'vitest';
import type { MatrixCell, ReportStatus } from '../../api/report-types';
import { percent } from './percent';
import { worstOf } from './worst';

const cell = (reports?: ReportStatus, monitoring?: ReportStatus) =>
  ({ reports: reports ? { status: reports } : null, monitoring: monitoring ? { status: monitoring } : null }) as MatrixCell;

it('colours a cell by the worst of what the unit owes', () => {
  expect(worstOf(cell('missing', 'on-time'))).toBe('missing');
  expect(worstOf(cell('on-time', 'late'))).toBe('late');
  expect(worstOf(cell('nothing-due', 'on-time'))).toBe('on-time');
  expect(worstOf(cell('nothing-due'))).toBe('nothing-due');
  expect(worstOf(cell())).toBeUndefined();
});

it('writes a share as a percentage, and nothing as a dash', () => {
  expect(percent(0.875, 'vi')).toBe('88%');
  expect(percent(0, 'vi')).toBe('0%');
  expect(percent(null, 'vi')).toBe('–');
});
