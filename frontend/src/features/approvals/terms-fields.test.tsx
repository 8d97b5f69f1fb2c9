import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Problem } from '@/api/problem';
import { queryClient } from '@/api/query-client';
import { NO_TERMS, type DecidingAct } from './terms';
import { TermsFields } from './terms-fields';

const ROWS = [
  { row: 'r1', label: '1. Tuyển sinh', waits: false },
  { row: 'r2', label: '2. Đề án', waits: true },
];

function Form({ act, error }: { act: DecidingAct; error?: unknown }) {
  const [value, setValue] = useState(NO_TERMS);
  return (
    <>
      <TermsFields act={act} rows={ROWS} value={value} error={error} onChange={(part) => setValue((now) => ({ ...now, ...part }))} />
      <output>{JSON.stringify(value)}</output>
    </>
  );
}

function show(act: DecidingAct, error?: unknown) {
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <Form act={act} error={error} />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

const refusal = (field: string, text: string) => new Problem(422, { reasons: [{ code: 'c', text, field }] });
const typed = () => JSON.parse(screen.getByRole('status').textContent) as typeof NO_TERMS;

it('stops rows, or the whole plan without naming any', async () => {
  show('stop');
  await userEvent.click(screen.getByLabelText('1. Tuyển sinh'));
  expect(typed()).toMatchObject({ rows: ['r1'], whole: false });
  await userEvent.click(screen.getByLabelText('Cả kế hoạch'));
  expect(typed().whole).toBe(true);
  expect(screen.queryByLabelText('1. Tuyển sinh')).toBeNull();
});

it('offers for an event the rows that wait, and says a refusal at its field', () => {
  show('occur', refusal('terms.event.date', 'Thiếu: ngày của sự kiện.'));
  expect(screen.queryByLabelText('1. Tuyển sinh')).toBeNull();
  expect(screen.getByLabelText('2. Đề án')).toBeDefined();
  expect(screen.getByText('Thiếu: ngày của sự kiện.')).toBeDefined();
  expect(screen.queryByLabelText('Đúng là sự kiện có trước kế hoạch')).toBeNull();
});

it('asks to confirm an event before the plan once the server doubts it', async () => {
  show('occur', refusal('terms.confirmed', 'Sự kiện có trước kế hoạch.'));
  await userEvent.click(screen.getByLabelText(/Đúng là sự kiện có trước kế hoạch/));
  expect(typed().confirmed).toBe(true);
});

it('asks who leads from when, and by which decision', () => {
  show('reassign', refusal('terms.decision.number', 'Thiếu: số quyết định.'));
  expect(screen.getByLabelText(/Đơn vị chủ trì mới/)).toBeDefined();
  expect(screen.getByText('Thiếu: số quyết định.')).toBeDefined();
  expect(screen.queryByLabelText('Cả kế hoạch')).toBeNull();
});
