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
