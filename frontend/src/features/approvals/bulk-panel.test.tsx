import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { queryClient } from '@/api/query-client';
import type { BulkCase } from './bulk-act';
import { BulkPanel } from './bulk-panel';

const GAP = { code: 'result-missing', text: 'Dòng 2: thiếu kết quả.' };
const part = (label: string, ...reasons: (typeof GAP)[]): BulkCase => ({
  id: label,
  digest: `${label} a1b2c3`,
  label,
  acts: [{ act: 'submit', reasons, grounds: [] }],
});

// The dialog is fetched when it is first asked for; how long that takes is not what is tested.
beforeAll(() => import('./bulk-dialog'));

function show(cases: BulkCase[]) {
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <BulkPanel cases={cases} acts={['submit', 'approve']} meaning={{ submit: 'Trình nghĩa là xác nhận.' }} />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

it('offers one button for all parts, and says what it signs and what it leaves out', async () => {
  show([part('Phòng Đào tạo'), part('Phòng KHTC', GAP), part('Ban Thư ký ISO')]);
  await userEvent.click(screen.getByRole('button', { name: 'Trình' }));
  const dialog = await screen.findByRole('dialog', { name: 'Trình' });
  expect(within(dialog).getByText('Phòng Đào tạo')).toBeDefined();
  expect(within(dialog).getByText('Ban Thư ký ISO')).toBeDefined();
  expect(within(dialog).getByText('Trình nghĩa là xác nhận.')).toBeDefined();
  expect(within(dialog).getByRole('alert').textContent).toContain('Dòng 2: thiếu kết quả.');
});

it('offers nothing where no part allows it, and tells why', async () => {
  show([part('Phòng Đào tạo', GAP), part('Phòng KHTC', GAP)]);
  expect(screen.queryByRole('button', { name: 'Trình' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Vì sao chưa được?' }));
  const section = await screen.findByRole('region', { name: 'Trình' });
  expect(within(section).getAllByText('Dòng 2: thiếu kết quả.')).toHaveLength(1);
});
