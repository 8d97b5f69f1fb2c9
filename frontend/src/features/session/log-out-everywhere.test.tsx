import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import 'fake-indexeddb/auto';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { client } from '@/api/client';
import { queryClient } from '@/api/query-client';
import { LogOutEverywhere } from './log-out-everywhere';

it('says how much ends, and ends it', async () => {
  const there = vi.spyOn(client, 'GET').mockResolvedValue({ data: { sessions: 3, tokens: 2 } } as never);
  const ended = vi.spyOn(client, 'DELETE').mockResolvedValue({} as never);
  const done = vi.fn();
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <LogOutEverywhere username="an" onDone={done} onClose={() => undefined} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  expect(await screen.findByText(/3 phiên \(cả phiên này\) và 2 mã truy cập/)).toBeDefined();
  expect(there).toHaveBeenCalledWith('/api/v1/sessions');
  expect(ended).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Đăng xuất ở mọi nơi' }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(ended).toHaveBeenCalledWith('/api/v1/sessions');
});
