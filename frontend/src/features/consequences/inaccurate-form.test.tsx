import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { client } from '@/api/client';
import type { Agenda } from '@/api/meeting-types';
import { queryClient } from '@/api/query-client';
import { InaccurateForm } from './inaccurate-form';

const AGENDA = {
  id: 'm',
  units: [
    { unit: 'B', name: 'Phòng Đào tạo', period: '2026-10', items: [{ item: 'i1', title: 'Tuyển sinh' }] },
    { unit: 'C', name: 'Phòng Khảo thí', period: '2026-10', items: [{ item: 'i2', title: 'Chấm thi' }] },
  ],
} as unknown as Agenda;

it('records the item of the report that was chosen, with the reason', async () => {
  const put = vi.spyOn(client, 'PUT').mockResolvedValue({ data: {}, response: new Response() } as never);
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <InaccurateForm agenda={AGENDA} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  const item = screen.getByLabelText(/^Đầu việc/);
  expect(item).toHaveProperty('disabled', true);
  await userEvent.selectOptions(screen.getByLabelText(/^Báo cáo của/), 'C 2026-10');
  await userEvent.selectOptions(item, 'Chấm thi');
  await userEvent.type(screen.getByLabelText(/^Lý do/), ' Sai số liệu ');
  await userEvent.click(screen.getByRole('button', { name: 'Ghi nhận' }));
  await waitFor(() => expect(put).toHaveBeenCalledOnce());
  expect(put.mock.calls[0]![1]).toMatchObject({
    params: { path: { meeting_id: 'm' } },
    body: { inaccurate: [{ unit: 'C', period: '2026-10', item: 'i2', reason: 'Sai số liệu' }] },
  });
});
