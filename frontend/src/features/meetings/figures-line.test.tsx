import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FiguresLine } from './figures-line';

const show = (done_now: number) =>
  render(
    <MantineProvider env="test">
      <FiguresLine due={7} done={5} not_done={2} done_now={done_now} />
    </MantineProvider>,
  );

it('says what is done by now where updates changed it, in either direction', () => {
  show(6);
  expect(screen.getByText('5/7; cập nhật đến giờ họp: 6/7')).toBeDefined();
  show(4);
  expect(screen.getByText('5/7; cập nhật đến giờ họp: 4/7')).toBeDefined();
});

it('says nothing more than what was signed where nothing moved', () => {
  show(5);
  expect(screen.queryByText(/cập nhật đến giờ họp/)).toBeNull();
});

it('names what nobody has followed and what nobody checked, where there is any', () => {
  render(
    <MantineProvider env="test">
      <FiguresLine due={10} done={5} not_done={2} done_now={5} unfollowed={3} unchecked={2} />
    </MantineProvider>,
  );
  expect(screen.getByText('chưa có kết quả theo dõi')).toBeDefined();
  expect(screen.getByText('trong đó 2 nội dung chưa kiểm tra')).toBeDefined();
});
