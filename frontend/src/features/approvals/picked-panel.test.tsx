import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { queryClient } from '@/api/query-client';
import { Pick, usePicked } from '@/components/case/picked';
import type { BulkCase } from './bulk-act';
import { PickedPanel } from './picked-panel';

const PLANS: BulkCase[] = ['Tuyển sinh', 'Hội giảng'].map((label) => ({ id: label, digest: `${label} a1b2c3`, label, kind: 'plan' }));

// The dialog is fetched when it is first asked for; how long that takes is not what is tested.
beforeAll(() => import('./bulk-dialog'));

function List() {
  const picked = usePicked<BulkCase>();
  return (
    <>
      {PLANS.map((plan) => (
        <Pick key={plan.id} item={plan} title={plan.label} picked={picked} />
      ))}
      <PickedPanel picked={picked} shown={PLANS} acts={['present', 'register']} />
    </>
  );
}

function show() {
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <List />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

it('offers nothing until something is picked, then the acts as plans call them', async () => {
  show();
  expect(screen.queryByRole('button', { name: 'Thông qua' })).toBeNull();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Chọn: Hội giảng' }));
  expect(screen.getByText('Đã chọn 1 văn bản')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Thông qua' }));
  const dialog = await screen.findByRole('dialog', { name: 'Thông qua' });
  expect(within(dialog).getByText('Hội giảng')).toBeDefined();
  expect(within(dialog).queryByText('Tuyển sinh')).toBeNull();
});

it('picks all that are shown, and drops them again', async () => {
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Chọn tất cả đang hiện' }));
  expect(screen.getByText('Đã chọn 2 văn bản')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Bỏ chọn' }));
  expect(screen.getByRole('checkbox', { name: 'Chọn: Tuyển sinh' })).toHaveProperty('checked', false);
});

it('asks for the one paper that all are registered under', async () => {
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Chọn tất cả đang hiện' }));
  await userEvent.click(screen.getByRole('button', { name: 'Ghi nhận văn bản đã ban hành' }));
  const dialog = await screen.findByRole('dialog', { name: 'Ghi nhận văn bản đã ban hành' });
  expect(within(dialog).getByLabelText('Văn bản giao nhiệm vụ (đơn vị không có kế hoạch riêng)')).toHaveProperty('checked', false);
});
