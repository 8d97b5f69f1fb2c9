import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FiguresLine, sumOf } from './figures-line';

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

it('adds up the figures of the units that are heard', () => {
  const units = [
    { due: 7, done: 5, not_done: 2, done_now: 6 },
    { due: 3, done: 3, not_done: 0, done_now: 3 },
  ];
  expect(sumOf(units)).toEqual({ due: 10, done: 8, not_done: 2, done_now: 9 });
  expect(sumOf([])).toEqual({ due: 0, done: 0, not_done: 0, done_now: 0 });
});
