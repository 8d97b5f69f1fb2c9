import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { keys } from '@/api/keys';
import { queryClient } from '@/api/query-client';
import type { Previewed } from '@/api/types';
import { PreviewLines } from './preview-lines';

const CASES = [
  { id: 'a', digest: 'a1b2c3', label: 'Báo cáo tháng 11' },
  { id: 'b', digest: 'b1b2c3', label: 'Báo cáo tháng 10' },
];
const told = (id: string, glimpse: Previewed['glimpse'], submission = 1): Previewed => ({
  case: id,
  title: id,
  unit: 'DT',
  digest: `${id}1b2c3`,
  submission,
  reasons: [],
  grounds: [],
  holds_up: '',
  glimpse,
});
const FOUND = new Map([
  ['a', told('a', { tally: { done: 21, total: 26, contradictions: 1, overdue: 2 }, changes: 1, since: 1, answered: 3, quiet: false }, 2)],
  ['b', told('b', { tally: { done: 4, total: 4, contradictions: 0, overdue: 0 }, changes: null, since: null, answered: 0, quiet: true })],
]);

it('says of each line k/m, what asks for a look, and what changed since the submission before', async () => {
  queryClient.setQueryData(keys.difference('a', 2), {
    from: 1,
    to: 2,
    head: [],
    things: [
      {
        list: 'rows',
        name: 'r1',
        change: 'changed',
        said: { number: '3', text: 'Kiểm kê nhà xưởng' },
        fields: [{ field: 'result', was: 'Đang làm', now: 'Đã kiểm kê' }],
      },
    ],
    reordered: [],
    kept: 25,
  });
  const turned: string[] = [];
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <PreviewLines cases={CASES} found={FOUND} chosen={new Set(['b'])} settled={false} onToggle={(id) => turned.push(id)} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  expect(screen.getByText('21/26')).toBeDefined();
  expect(screen.getByText('1 mâu thuẫn · 2 nội dung quá hạn · 3 ý kiến đã trả lời · bản trình lần 2, 1 thay đổi')).toBeDefined();
  const [first, second] = screen.getAllByRole('checkbox');
  expect([first, second].map((box) => (box as HTMLInputElement).checked)).toEqual([false, true]);
  await userEvent.click(first!);
  expect(turned).toEqual(['a']);
  expect(screen.queryByText('Đã kiểm kê')).toBeNull();
  await userEvent.click(screen.getByText('Thay đổi so với bản đã trả lại, đã ký (lần 1)'));
  expect(await screen.findByText('Đã kiểm kê')).toBeDefined();
  expect(screen.getByText('3. Kiểm kê nhà xưởng')).toBeDefined();
});
