import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { queryClient } from '@/api/query-client';
import { ScopeOfCase, scopeOf } from '@/components/grid/scope';
import type { RowNote } from './row-notes';
import { RowScope } from './scoped-field';
import { WordFields } from './word-fields';
import { WORD_FIELDS } from './word-sheet';
import { draftOf, SILENT, type Asking } from './words';

const blank = draftOf(SILENT);

function Row({ row, notes }: { row: Asking; notes: RowNote[] }) {
  const [word, setWord] = useState(blank);
  return <WordFields row={row} word={word} notes={notes} onChange={(part) => setWord((now) => ({ ...now, ...part }))} />;
}

function show(row: Asking, notes: RowNote[] = []) {
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <Row row={row} notes={notes} />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

const asked = () =>
  ['Nguyên nhân', 'Hướng khắc phục', 'Hẹn hoàn thành', 'Dự kiến hoàn thành'].filter((label) => screen.queryByLabelText(label));

it('asks why only of what is late and not done', async () => {
  show({ counted: true, overdue: true });
  expect(asked()).toEqual([]);
  await userEvent.click(screen.getByRole('radio', { name: 'Chưa hoàn thành' }));
  expect(asked()).toEqual(['Nguyên nhân', 'Hướng khắc phục', 'Hẹn hoàn thành']);
  await userEvent.click(screen.getByRole('radio', { name: 'Hoàn thành' }));
  expect(asked()).toEqual([]);
});

it('asks for the day while there is time', async () => {
  show({ counted: true, overdue: false });
  await userEvent.click(screen.getByRole('radio', { name: 'Chưa hoàn thành' }));
  expect(asked()).toEqual(['Dự kiến hoàn thành']);
});

it('says how it reads a number, and when it cannot', async () => {
  show({ counted: true, overdue: false, value_wanted: true });
  const field = screen.getByLabelText('Số liệu đạt được');
  await userEvent.type(field, '95,5');
  expect(screen.getByText('Ghi nhận: 95,5')).toBeDefined();
  await userEvent.clear(field);
  await userEvent.type(field, '1.000');
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

it('shows the server’s refusal at its field', () => {
  show({ counted: true, overdue: false }, [{ field: 'evidence', text: 'Đường dẫn phải bắt đầu bằng https://', severe: true }]);
  expect(screen.getByText('Đường dẫn phải bắt đầu bằng https://')).toBeDefined();
});

it('takes a document’s number as evidence, once', async () => {
  show({ counted: true, overdue: false });
  for (const _time of [1, 2]) {
    await userEvent.click(screen.getByRole('button', { name: 'Thêm minh chứng' }));
    await userEvent.selectOptions(screen.getByLabelText('Loại minh chứng'), 'document');
    await userEvent.type(screen.getByLabelText('Số, ký hiệu văn bản'), '12/BC-DT');
    await userEvent.click(screen.getByRole('button', { name: 'Thêm' }));
  }
  expect(screen.getAllByRole('button', { name: 'Bỏ minh chứng 12/BC-DT' })).toHaveLength(1);
});

it('locks what a return has not marked, says so there, and offers to open the row', () => {
  const scope = scopeOf({ id: 'case', open: [{ row: 'r', fields: ['result'], reason: '', by: '' }] });
  const fields = (row: string) => (
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <ScopeOfCase value={scope}>
          <WordFields row={{ counted: true, overdue: false }} of={row} word={blank} notes={[]} onChange={() => undefined} />
          <RowScope row={row} fields={WORD_FIELDS} />
        </ScopeOfCase>
      </MantineProvider>
    </QueryClientProvider>
  );
  const isLocked = (element: HTMLElement) => element.closest('fieldset[disabled]') !== null;
  const { rerender } = render(fields('r'));
  expect(isLocked(screen.getByRole('radio', { name: 'Hoàn thành' }))).toBe(true);
  expect(isLocked(screen.getByLabelText('Kết quả thực hiện'))).toBe(false);
  expect(screen.getAllByText('Không nằm trong phạm vi trả lại').length).toBeGreaterThan(0);
  expect(screen.getByRole('button', { name: 'Sửa thêm dòng này' })).toBeDefined();
  rerender(fields('other'));
  expect(isLocked(screen.getByLabelText('Kết quả thực hiện'))).toBe(true);
});
