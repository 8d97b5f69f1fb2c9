import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { queryClient } from '@/api/query-client';
import type { Instruction } from '@/api/instruction-types';
import { AnswerEditor, useAnswerDraft } from './answer-editor';
import { saveAnswer } from './queries';

vi.mock('./queries', () => ({ saveAnswer: vi.fn() }));

const ITEM = { id: 'i1', digest: 'd1', stands: 'open', answer: '', evidence: [], editable: [] } as unknown as Instruction;
const DOCUMENT = { kind: 'document', value: '15/BC', name: 'Báo cáo' };

function Shown({ item }: { item: Instruction }) {
  return <AnswerEditor item={item} editing={useAnswerDraft(item)} />;
}

function show(item: Instruction) {
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <Shown item={item} />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

it('sends the answer with the document that proves it', async () => {
  vi.mocked(saveAnswer).mockResolvedValue(ITEM);
  show(ITEM);
  await userEvent.type(screen.getByRole('textbox', { name: 'Trả lời của đơn vị' }), 'Xong');
  await userEvent.click(screen.getByRole('button', { name: 'Thêm minh chứng' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Loại minh chứng' }), 'document');
  await userEvent.type(screen.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }), '15/BC');
  await userEvent.click(screen.getByRole('button', { name: 'Thêm' }));
  await userEvent.click(screen.getByRole('button', { name: /Lưu/ }));
  expect(saveAnswer).toHaveBeenCalledWith('i1', { answer: 'Xong', evidence: [{ kind: 'document', value: '15/BC', name: '' }] }, 'd1');
});

it('shows what proves an answer to whoever cannot write it', () => {
  const editable = [{ code: 'submitted' }] as unknown as Instruction['editable'];
  show({ ...ITEM, stands: 'answered', answer: 'Xong', evidence: [DOCUMENT], editable } as Instruction);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText('15/BC – Báo cáo')).toBeDefined();
});
