import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import { queryClient } from '@/api/query-client';
import type { RowUpdate } from '@/api/report-types';
import { sign } from '@/api/sign';
import { beginUpdate } from './queries';
import { Updates } from './updates';

window.scrollTo = () => undefined;
vi.mock('@/api/sign', () => ({ sign: vi.fn() }));
vi.mock('./queries', () => ({ beginUpdate: vi.fn() }));

const BEGUN = { id: 'u1', digest: 'd1' } as Awaited<ReturnType<typeof beginUpdate>>;

beforeEach(() => {
  vi.mocked(sign).mockReset();
  vi.mocked(beginUpdate).mockReset().mockResolvedValue(BEGUN);
});

async function show(items: Partial<RowUpdate>[] = [], value_wanted = false) {
  const root = createRootRoute();
  const routeTree = root.addChildren([
    createRoute({
      getParentRoute: () => root,
      path: '/',
      component: () => <Updates row={{ row: 'r1', value_wanted }} items={items as RowUpdate[]} period="2026-10" />,
    }),
    createRoute({ getParentRoute: () => root, path: '/updates/$id', component: () => <h1>screen of the update</h1> }),
  ]);
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) });
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  return router;
}

const open = async () => userEvent.click(await screen.findByRole('button', { name: 'Cập nhật sau báo cáo' }));
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

it('begins and submits in one go', async () => {
  vi.mocked(sign).mockResolvedValue({} as Awaited<ReturnType<typeof sign>>);
  const router = await show();
  await open();
  await userEvent.type(screen.getByLabelText('Kết quả thực hiện'), 'Đã xong');
  await press('Trình');
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  expect(vi.mocked(beginUpdate).mock.calls[0]).toMatchObject(['r1', { period: '2026-10', done: true, result: 'Đã xong', value: null }]);
  expect(sign).toHaveBeenCalledWith('u1', 'd1', expect.objectContaining({ act: 'submit' }), expect.any(String));
  expect(router.state.location.pathname).toBe('/');
});

it('opens the screen of the draft where it cannot be submitted', async () => {
  vi.mocked(sign).mockRejectedValue(new Problem(422, { reasons: [] }));
  const router = await show();
  await open();
  await userEvent.type(screen.getByLabelText('Kết quả thực hiện'), 'Đã xong');
  await press('Trình');
  await screen.findByText('screen of the update');
  expect(router.state.location.pathname).toBe('/updates/u1');
});

it('keeps a draft without submitting it', async () => {
  await show();
  await open();
  await press('Lưu dự thảo');
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  expect(sign).not.toHaveBeenCalled();
});

it('shows the way to the one that somebody has begun meanwhile', async () => {
  const reasons = [{ code: 'update-open', text: 'Đã có bản cập nhật.', row: 'u7' }];
  vi.mocked(beginUpdate).mockRejectedValue(new Problem(409, { reasons }));
  await show();
  await open();
  await press('Trình');
  expect((await screen.findByRole('link', { name: 'Mở bản cập nhật đã có' })).getAttribute('href')).toBe('/updates/u7');
});

it('says at the field what the server refuses, and sends no figure that nobody can read', async () => {
  const reasons = [{ code: 'completed-ahead', text: 'Ngày này chưa đến.', row: 'r1', field: 'completed_on' }];
  vi.mocked(beginUpdate).mockRejectedValue(new Problem(422, { reasons }));
  await show([], true);
  await open();
  await userEvent.type(screen.getByLabelText('Số liệu đạt được'), '1.000');
  await press('Trình');
  expect(beginUpdate).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('Số liệu đạt được'), '.000');
  await press('Trình');
  expect((await screen.findAllByText('Ngày này chưa đến.')).length).toBeGreaterThan(0);
  expect(screen.getByLabelText('Ngày hoàn thành').getAttribute('aria-invalid')).toBe('true');
});

it('goes on with the one that lies open instead of offering another', async () => {
  const line = {
    id: 'u1',
    submitted: true,
    done: null,
    completed_on: null,
    result: '',
    evidence: [],
    by: 'An',
    at: '2026-10-29T02:00:00Z',
  };
  await show([{ ...line, state: 'draft' }]);
  expect((await screen.findByRole('link', { name: 'Cập nhật sau báo cáo' })).getAttribute('href')).toBe('/updates/u1');
  expect(screen.getByText('Chờ ký duyệt')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Cập nhật sau báo cáo' })).toBeNull();
});
