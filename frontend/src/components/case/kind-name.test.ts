import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useKindName } from './kind-name';

it('names every kind of case, and is silent on one that it does not know', () => {
  const { result } = renderHook(() => useKindName());
  expect(
    ['plan', 'target', 'task', 'conclusions', 'unit-report', 'monitoring-report', 'consolidation', 'update', 'extension', 'handover'].map(
      result.current,
    ),
  ).toEqual([
    'Kế hoạch',
    'Chỉ tiêu',
    'Nhiệm vụ',
    'Thông báo kết luận',
    'Báo cáo kết quả thực hiện',
    'Báo cáo kết quả theo dõi',
    'Tổng hợp',
    'Cập nhật sau báo cáo',
    'Gia hạn',
    'Bàn giao công việc',
  ]);
  expect(result.current('something-new' as never)).toBe('');
});
