import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { queryClient } from '@/api/query-client';
import type { Plan, Row } from '@/api/types';
import { ChangesStrip } from './changes-strip';
import { blankRow, draftOf } from './rows-draft';

function row(text: string, kind: string, was: object = {}, part: object = {}): Row {
  const change = { kind, was, reason: kind === 'changed' ? 'Chờ thẩm định' : '' };
  return { ...blankRow([], text), id: text, text, due: null, demo: false, warnings: [], stand: null, change, ...part } as unknown as Row;
}

function show(part: Partial<Plan>, ...rows: Row[]) {
  const plan = { id: 'p', revision: 1, in_force: false, asked_from: null, holds_from: null, rows, ...part } as Plan;
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <ChangesStrip plan={plan} rows={rows.map(draftOf)} canEdit={false} />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

it('shows what is changed with old, new and reason, and folds what is kept', () => {
  show(
    {},
    row('Tuyển sinh', 'kept'),
    row('Hội giảng', 'changed', { due_text: 'Tháng 5/2027' }, { due_text: 'Tháng 6/2027' }),
    row('Tổng kết', 'ended'),
  );
  const strip = screen.getByRole('region', { name: 'Thay đổi so với kế hoạch đang thực hiện' });
  expect(within(strip).getByText('Tháng 5/2027').tagName).toBe('DEL');
  expect(within(strip).getByText('Tháng 6/2027').tagName).toBe('INS');
  expect(within(strip).getByText(/Chờ thẩm định/)).toBeDefined();
  expect(within(strip).getByText(/Chưa ghi lý do/)).toBeDefined();
  expect(within(strip).getByText('1 dòng giữ nguyên')).toBeDefined();
  expect(within(strip).getByText(/tháng đầu tiên chưa đến hạn báo cáo/)).toBeDefined();
});

it('says from which month an adopted one holds, and that it changed the one before', () => {
  show({ in_force: true, holds_from: '2026-12-01' }, row('Tuyển sinh', 'kept'));
  const strip = screen.getByRole('region', { name: 'Thay đổi so với lần trước' });
  expect(within(strip).getByText('Áp dụng từ tháng 12/2026')).toBeDefined();
  expect(within(strip).getByText(/Chưa có dòng nào/)).toBeDefined();
});

it('is not there on a first plan', () => {
  show({ revision: 0 }, row('Tuyển sinh', 'kept'));
  expect(screen.queryByRole('region')).toBeNull();
});
