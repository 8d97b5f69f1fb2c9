import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
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

test('says quietly where a rule stands and since when, where that is asked for', () => {
  const reason = { code: 'minimum', text: 'Mới xem xét 2/3 đơn vị.', source: 'Thông báo 242/TB-CĐSL, mục II.7', valid_from: '2025-07-25' };
  const own = { code: 'stale', text: 'Nội dung đã thay đổi.', source: 'Quy định của phần mềm' };
  const list = (sources: boolean) => (
    <MantineProvider env="test">
      <ReasonList reasons={[reason, own]} sources={sources} />
    </MantineProvider>
  );
  const { rerender } = render(list(false));
  expect(screen.queryByText(/Thông báo 242/)).toBeNull();
  rerender(list(true));
  expect(screen.getByText('Thông báo 242/TB-CĐSL, mục II.7 (áp dụng từ 25/07/2025)')).toBeDefined();
  expect(screen.getByText('Quy định của phần mềm')).toBeDefined();
});
