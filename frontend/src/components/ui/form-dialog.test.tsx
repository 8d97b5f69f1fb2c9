import { MantineProvider, TextInput } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Problem } from '@/api/problem';
import { queryClient } from '@/api/query-client';
import '@/i18n/i18n';
import { FormDialog } from './form-dialog';
import { useKept } from './use-kept';

function Page({ error }: { error?: unknown }) {
  const [opened, setOpened] = useState(false);
  const [name, setName, kept] = useKept('name', '');
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <button onClick={() => setOpened(true)}>Mở</button>
        {opened && (
          <FormDialog
            title="Sửa"
            draft={name}
            kept={kept}
            submit="Lưu"
            sending={{ isPending: false, error }}
            onSubmit={() => undefined}
            onClose={() => setOpened(false)}
          >
            <TextInput label="Tên" value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
            <button type="button" onClick={() => setName('Tất cả')}>
              Chọn tất cả
            </button>
          </FormDialog>
        )}
      </MantineProvider>
    </QueryClientProvider>
  );
}

async function open(error?: unknown) {
  const user = userEvent.setup();
  render(<Page error={error} />);
  await user.click(screen.getByText('Mở'));
  return { user, field: await screen.findByLabelText('Tên') };
}

it('gives the keyboard back to what opened it', async () => {
  const { user } = await open();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByLabelText('Tên')).toBeNull());
  expect(document.activeElement).toBe(screen.getByText('Mở'));
});

it('asks before it drops what was typed, and keeps it', async () => {
  const { user, field } = await open();
  await user.type(field, 'Kế hoạch');
  await user.keyboard('{Escape}');
  expect(await screen.findByText('Đóng mà không lưu?')).toBeTruthy();
  expect((screen.getByLabelText('Tên') as HTMLInputElement).value).toBe('Kế hoạch');
  await user.click(screen.getByText('Bỏ thay đổi và tiếp tục'));
  await waitFor(() => expect(screen.queryByLabelText('Tên')).toBeNull());
});

it('closes at once when nothing was typed', async () => {
  const { user } = await open();
  await user.click(screen.getByText('Bỏ qua'));
  await waitFor(() => expect(screen.queryByLabelText('Tên')).toBeNull());
  expect(screen.queryByText('Đóng mà không lưu?')).toBeNull();
});

it('keeps the text when somebody changed the content meanwhile, and says so', async () => {
  const { user, field } = await open(new Problem(412, { title: 'stale' }));
  await user.type(field, 'Kế hoạch');
  expect(screen.getByRole('alert')).toBeTruthy();
  expect((screen.getByLabelText('Tên') as HTMLInputElement).value).toBe('Kế hoạch');
});

it('asks too when a button chose something, and Esc goes back to the form', async () => {
  const { user } = await open();
  await user.click(screen.getByText('Chọn tất cả'));
  await user.keyboard('{Escape}');
  await screen.findByText('Đóng mà không lưu?');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByText('Đóng mà không lưu?')).toBeNull());
  expect((screen.getByLabelText('Tên') as HTMLInputElement).value).toBe('Tất cả');
});

it('asks before a reload drops what was typed', async () => {
  const { user, field } = await open(new Problem(412, { title: 'stale' }));
  await user.type(field, 'Kế hoạch');
  await user.click(screen.getByText('Tải lại'));
  expect(await screen.findByText('Đóng mà không lưu?')).toBeTruthy();
});

it('asks too at its cross and at a click beside it', async () => {
  const { user, field } = await open();
  await user.type(field, 'Kế hoạch');
  for (const leave of [() => screen.getByLabelText('Đóng'), () => document.querySelector('.mantine-Modal-overlay')!]) {
    await user.click(leave());
    await screen.findByText('Đóng mà không lưu?');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText('Đóng mà không lưu?')).toBeNull());
    expect((screen.getByLabelText('Tên') as HTMLInputElement).value).toBe('Kế hoạch');
  }
});
