import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ReasonList } from './reason-list';

const reasons = (count: number) => Array.from({ length: count }, (_, n) => ({ code: 'x', text: `Dòng ${n + 1}: thiếu sản phẩm.` }));

test('draws a few of thousands of reasons, all when asked', async () => {
  render(
    <MantineProvider env="test">
      <ReasonList reasons={reasons(45)} />
    </MantineProvider>,
  );
  expect(screen.getAllByRole('listitem')).toHaveLength(40);
  await userEvent.click(screen.getByRole('button', { name: 'Xem thêm 5 lý do' }));
  expect(screen.getAllByRole('listitem')).toHaveLength(45);
  expect(screen.queryByRole('button')).toBeNull();
});

test('says where rules stand once, quietly, above all of that source, where that is asked for', () => {
  const law = { source: 'Thông báo 242/TB-CĐSL, mục II.8', valid_from: '2025-07-25' };
  const rows = [1, 2].map((n) => ({
    code: 'cause-missing',
    text: `Dòng ${n} “Việc ${n}” (Kế hoạch năm học): thiếu nguyên nhân.`,
    row: `r${n}`,
    ...law,
  }));
  const own = { code: 'stale', text: 'Nội dung đã thay đổi.', source: 'Quy định của phần mềm' };
  const list = (sources: boolean) => (
    <MantineProvider env="test">
      <ReasonList reasons={[rows[0]!, own, rows[1]!]} sources={sources} onGo={() => undefined} />
    </MantineProvider>
  );
  const { rerender } = render(list(false));
  expect(screen.queryByText(/Thông báo 242/)).toBeNull();
  rerender(list(true));
  const group = screen.getByRole('group', { name: 'Thông báo 242/TB-CĐSL, mục II.8 (áp dụng từ 25/07/2025)' });
  expect(
    within(group)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(rows.map(({ text }) => text));
  expect(screen.getAllByText(/Thông báo 242/)).toHaveLength(1);
  expect(screen.getAllByRole('group')).toHaveLength(2);
});
