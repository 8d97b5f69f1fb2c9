import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CaseState, Signature } from '@/api/types';
import { paperOf } from './by-paper';
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

it('shows as their paper the steps that were not signed here', () => {
  const link = (act: string, from: string, to: string, details = {}) => ({ act, from, to, details }) as unknown as Signature;
  const issued = { number: '12/KH-CĐSL', date: '2026-09-15' };
  const chain = [link('submit', 'draft', 'draft'), link('register', 'draft', 'presented', { issued })];
  const road = (signatures: readonly Signature[], state: CaseState = 'presented') => (
    <MantineProvider env="test">
      <StateRoad state={state} kind="plan" adoption="issued" number={issued.number} paper={paperOf(signatures)} />
    </MantineProvider>
  );
  const steps = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  const { rerender } = render(road(chain));
  expect(steps()).toEqual(['Dự thảo', 'Theo văn bản giấy số 12/KH-CĐSL ngày 15/09/2026', 'Đã ban hành']);
  rerender(road([link('approve', 'draft', 'unit-approved'), link('register', 'unit-approved', 'presented', { issued })]));
  expect(steps()).toHaveLength(4);
  // Signed here to its end, the number recorded afterwards; and what was reopened.
  rerender(road([link('present', 'consolidated', 'presented'), link('register', 'presented', 'presented', { issued })]));
  expect(steps()).toHaveLength(5);
  rerender(road([...chain, link('reopen', 'presented', 'draft')], 'draft'));
  expect(steps()).toHaveLength(5);
});
