import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { keys } from '@/api/keys';
import { queryClient } from '@/api/query-client';
import { Held } from '@/components/ui/held';
import type { Case } from '@/api/types';
import { ActPanel } from './act-panel';

const DIGEST = 'a1b2c3d4e5f6a7b8';

function show(acts: Case['acts'], held = false) {
  const kase = { id: 'c', kind: 'plan', title: 'Kế hoạch năm học', acts } as Case;
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <Held value={held}>
          <ActPanel kase={kase} digest={DIGEST} places={[{ row: 'r1', label: '1. Tuyển sinh' }]} />
        </Held>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

it('offers what the server allows, and only that', () => {
  show([
    { act: 'approve', reasons: [], grounds: [] },
    { act: 'review', reasons: [{ code: 'state', text: 'Trưởng đơn vị chưa ký duyệt.' }], grounds: [] },
  ]);
  expect(screen.getByRole('button', { name: 'Ký duyệt' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Xác nhận kết quả theo dõi' })).toBeNull();
});

it('tells in the server’s words why the rest is not allowed', async () => {
  show([{ act: 'review', reasons: [{ code: 'state', text: 'Trưởng đơn vị chưa ký duyệt.' }], grounds: [] }]);
  await userEvent.click(screen.getByRole('button', { name: 'Vì sao chưa thực hiện được?' }));
  const section = await screen.findByRole('region', { name: 'Xác nhận kết quả theo dõi' });
  expect(within(section).getByText('Trưởng đơn vị chưa ký duyệt.')).toBeDefined();
});

it('shows what is signed before it is signed, and lets a return point at rows', async () => {
  show([{ act: 'return', reasons: [], grounds: [] }]);
  await userEvent.click(screen.getByRole('button', { name: 'Trả lại' }));
  const dialog = await screen.findByRole('dialog', { name: 'Trả lại' });
  expect(within(dialog).getByText('a1b2c3d4e5f6')).toBeDefined();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Thêm ý kiến vào dòng' }));
  expect(within(dialog).getByLabelText('Dòng')).toHaveProperty('value', 'r1');
});

it('leads from a reason to the row that it means', async () => {
  Element.prototype.scrollIntoView = () => undefined;
  const text = 'Dòng 1 “Chấm thi” (Nhiệm vụ, giải pháp; “Khảo thí”): Chưa có thời điểm hoàn thành.';
  render(<p id="row-r7" tabIndex={-1} />);
  show([{ act: 'submit', reasons: [{ code: 'due-text-missing', text, row: 'r7', field: 'due_text' }], grounds: [] }]);
  await userEvent.click(screen.getByRole('button', { name: 'Vì sao chưa thực hiện được?' }));
  await userEvent.click(await screen.findByRole('link', { name: text }));
  await waitFor(() => expect(document.activeElement?.id).toBe('row-r7'));
});

it('asks what a report is sent back for where the server wants it, and chooses nothing beforehand', async () => {
  show([{ act: 'return', reasons: [], grounds: ['inaccurate', 'other'] }]);
  await userEvent.click(screen.getByRole('button', { name: 'Trả lại' }));
  const dialog = await screen.findByRole('dialog', { name: 'Trả lại' });
  const choices = within(dialog).getAllByRole('radio');
  expect(choices.map((choice) => (choice as HTMLInputElement).checked)).toEqual([false, false]);
  await userEvent.click(within(dialog).getByLabelText('Lý do khác (không thuộc mục II.8)'));
  expect(within(dialog).getByLabelText('Lý do khác (không thuộc mục II.8)')).toHaveProperty('checked', true);
});

it('keeps acts in their place, out of reach, while something that was typed is not at the server', async () => {
  show([{ act: 'approve', reasons: [], grounds: [] }], true);
  const act = screen.getByRole('button', { name: 'Ký duyệt' });
  expect(act.matches(':disabled')).toBe(true);
  expect(screen.getByText('Chờ lưu xong nội dung đang nhập')).toBeDefined();
  await userEvent.click(act);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('says above the reasons what comes next, and whom to call', async () => {
  queryClient.setQueryData(keys.awaited('c'), {
    acts: ['approve'],
    unit: 'Phòng Đào tạo',
    people: [{ name: 'Cầm Văn Bình', title: 'Trưởng phòng', lent: false, telephone: '0912 345 678' }],
    others: 2,
  });
  show([{ act: 'review', reasons: [{ code: 'state', text: 'Trưởng đơn vị chưa ký duyệt.' }], grounds: [] }]);
  await userEvent.click(screen.getByRole('button', { name: 'Vì sao chưa thực hiện được?' }));
  const next = await screen.findByRole('region', { name: 'Việc tiếp theo' });
  expect(within(next).getByText('Đang chờ: Ký duyệt – Phòng Đào tạo')).toBeDefined();
  expect(within(next).getByText(/Cầm Văn Bình \(Trưởng phòng\)/)).toBeDefined();
  expect(within(next).getByRole('link', { name: '0912 345 678' }).getAttribute('href')).toBe('tel:0912345678');
  expect(within(next).getByText('và 2 người khác')).toBeDefined();
});
