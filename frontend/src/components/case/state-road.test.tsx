import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { StateRoad } from './state-road';

it('marks where the case stands', () => {
  render(
    <MantineProvider env="test">
      <StateRoad state="monitor-reviewed" kind="plan" />
    </MantineProvider>,
  );
  const steps = screen.getAllByRole('listitem');
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, null, 'step', null, null]);
  expect(steps[2]?.textContent).toBe('Đơn vị theo dõi đã kiểm tra');
});

it('ends where the way of an update ends', () => {
  render(
    <MantineProvider env="test">
      <StateRoad state="unit-approved" kind="update" />
    </MantineProvider>,
  );
  expect(screen.getAllByRole('listitem').map((step) => step.textContent)).toEqual([
    'Dự thảo',
    'Trưởng đơn vị đã duyệt',
    'Đơn vị theo dõi đã xác nhận',
  ]);
});
