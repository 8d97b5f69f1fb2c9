import 'fake-indexeddb/auto';
import { MantineProvider, TextInput } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keys } from '@/api/keys';
import { queryClient } from '@/api/query-client';
import { FormDialog } from './form-dialog';
import { countDrafts, draftKey, dropDrafts, findDraft, keepDraft, openDraft } from './kept';
import { useDraft } from './use-draft';
import { useKept } from './use-kept';

const wrapper = ({ children }: { children: React.ReactNode }) => (
  <QueryClientProvider client={queryClient}>
    <MantineProvider env="test">{children}</MantineProvider>
  </QueryClientProvider>
);
const logIn = (username: string) => queryClient.setQueryData(keys.me, { username });
const pause = (milliseconds = 300) => act(() => new Promise((go) => setTimeout(go, milliseconds)));

interface Remark {
  row: string;
  text: string;
}
const NOTHING: Remark = { row: '', text: '' };
const opened = (begun = NOTHING, name: string | undefined = 'remark 1') => renderHook(() => useKept(name, begun), { wrapper }).result;

/** Types into the form, waits, and goes away without a word, as a crash does. */
async function typeAndLeave(value: Remark, begun = NOTHING) {
  const form = opened(begun);
  await pause(50);
  act(() => form.current[1](value));
  await pause();
  cleanup();
}

beforeEach(() => void logIn('an'));
afterEach(async () => {
  for (const owner of ['an', 'binh']) {
    await dropDrafts(owner);
    openDraft(draftKey(owner, ''));
  }
});

it('takes up what was typed, and says when', async () => {
  await typeAndLeave({ row: 'a', text: 'Chưa rõ' });
  const form = opened();
  await waitFor(() => expect(form.current[0]).toEqual({ row: 'a', text: 'Chưa rõ' }));
  expect(Date.now() - form.current[2].found!.at.getTime()).toBeLessThan(5000);
  expect(form.current[2].found!.overtaken).toBe(false);
});

it('keeps at once what is left before the pause is over', async () => {
  const form = opened();
  await pause(50);
  act(() => form.current[1]({ row: '', text: 'Dở' }));
  cleanup();
  const again = opened();
  await waitFor(() => expect(again.current[0].text).toBe('Dở'));
});

it('is nobody else’s', async () => {
  await typeAndLeave({ row: '', text: 'Của An' });
  logIn('binh');
  const form = opened();
  await pause();
  expect(form.current[0]).toEqual(NOTHING);
  expect(form.current[2].found).toBeUndefined();
  expect([await countDrafts('an'), await countDrafts('binh')]).toEqual([1, 0]);
});

it('is no other form’s', async () => {
  await typeAndLeave({ row: '', text: 'Một' });
  const form = opened(NOTHING, 'remark 2');
  await pause();
  expect(form.current[0]).toEqual(NOTHING);
});

it('forgets what was sent, and what was let go', async () => {
  await typeAndLeave({ row: '', text: 'Gửi' });
  const form = opened();
  await waitFor(() => expect(form.current[2].found).toBeDefined());
  act(() => form.current[2].drop());
  await pause();
  expect(form.current[2].found).toBeUndefined();
  expect(await countDrafts('an')).toBe(0);

  act(() => form.current[1]({ row: '', text: 'Thôi' }));
  await pause();
  expect(await countDrafts('an')).toBe(1);
  act(() => form.current[2].discard());
  await pause();
  expect(form.current[0]).toEqual(NOTHING);
  expect(await countDrafts('an')).toBe(0);
});

it('forgets a text that was deleted again', async () => {
  const form = opened();
  await pause(50);
  act(() => form.current[1]({ row: '', text: 'x' }));
  await pause();
  act(() => form.current[1](NOTHING));
  await pause();
  expect(await countDrafts('an')).toBe(0);
});

it('is gone after fourteen days', async () => {
  await typeAndLeave({ row: '', text: 'Cũ' });
  const key = draftKey('an', 'form remark 1');
  const draft = (await findDraft(key))!;
  await keepDraft(key, { ...draft, at: Date.now() - 15 * 24 * 3_600_000 });
  const form = opened();
  await pause();
  expect(form.current[0]).toEqual(NOTHING);
  expect(await countDrafts('an')).toBe(0);
});

it('keeps no more once its person’s drafts were deleted with logging out', async () => {
  const form = opened();
  await pause(50);
  await dropDrafts('an');
  act(() => form.current[1]({ row: '', text: 'Sau khi đăng xuất' }));
  await pause();
  expect(await countDrafts('an')).toBe(0);
});

it('never keeps a file, nor anything where nobody is logged in or no name is given', async () => {
  const form = renderHook(() => useKept('paper', { note: '', file: undefined as File | undefined }), { wrapper }).result;
  await pause(50);
  act(() => form.current[1]({ note: 'Kèm tệp', file: new File(['x'], 'a.pdf') }));
  await pause();
  expect(await findDraft(draftKey('an', 'form paper'))).toMatchObject({ value: { note: 'Kèm tệp', file: undefined } });
  await dropDrafts('an');

  const unnamed = renderHook(() => useKept(undefined, ''), { wrapper }).result;
  act(() => unnamed.current[1]('mật khẩu'));
  queryClient.removeQueries({ queryKey: keys.me });
  const nobody = renderHook(() => useKept('x', ''), { wrapper }).result;
  act(() => nobody.current[1]('chữ'));
  await pause();
  expect([await countDrafts('an'), await countDrafts('')]).toEqual([0, 0]);
});

it('takes a field that nobody typed in as it is now, and says where what was typed over has changed', async () => {
  const before = { row: 'tên cũ', text: 'cũ' };
  await typeAndLeave({ row: 'tên cũ', text: 'của tôi' }, before);
  const form = opened({ row: 'tên mới', text: 'cũ' });
  await waitFor(() => expect(form.current[0]).toEqual({ row: 'tên mới', text: 'của tôi' }));
  expect(form.current[2].found!.overtaken).toBe(false);
  cleanup();

  const overtaken = opened({ row: 'tên mới', text: 'của người khác' });
  await waitFor(() => expect(overtaken.current[0].text).toBe('của tôi'));
  expect(overtaken.current[2].found!.overtaken).toBe(true);
});

it('leaves alone what somebody has begun to type before it was found', async () => {
  await typeAndLeave({ row: '', text: 'Cũ' });
  const form = opened();
  act(() => form.current[1]({ row: '', text: 'Mới' }));
  await pause();
  expect(form.current[0].text).toBe('Mới');
});

it('survives a browser that keeps nothing', async () => {
  const gone = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new Error('private');
  });
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new Error('private');
  });
  const form = opened();
  act(() => form.current[1]({ row: '', text: 'Gõ' }));
  await pause();
  act(() => form.current[2].drop());
  expect(form.current[0].text).toBe('Gõ');
  gone.mockRestore();
  transaction.mockRestore();
});

it('takes up a draft against the content it was typed on', async () => {
  const save = vi.fn((value: string, digest: string) => Promise.resolve({ value, digest }));
  const server = { name: 'answer 1', value: 'cũ', digest: '1', editable: true, save, onSaved: () => undefined };
  const { result } = renderHook(() => useDraft(server), { wrapper });
  await pause(50);
  act(() => result.current.change(() => 'sửa'));
  await pause();
  cleanup();

  const again = renderHook(() => useDraft({ ...server, value: 'khác', digest: '2' }), { wrapper }).result;
  await waitFor(() => expect(again.current).toMatchObject({ value: 'sửa', changed: true, outdated: true }));
  act(() => again.current.submit());
  await waitFor(() => expect(again.current.changed).toBe(false));
  expect(save).toHaveBeenCalledExactlyOnceWith('sửa', '1');
  await pause();
  expect(await countDrafts('an')).toBe(0);
});

function Dialog({ onClose }: { onClose: () => void }) {
  const [reason, setReason, kept] = useKept('return 1', '');
  return (
    <FormDialog title="Trả lại" submit="Gửi" draft={reason} kept={kept} onSubmit={() => undefined} onClose={onClose}>
      <TextInput label="Lý do" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <TextInput label="Liên kết" />
    </FormDialog>
  );
}

it('shows in a dialog what was taken up, and lets go of it at a button or with closing', async () => {
  const user = userEvent.setup();
  const closed = vi.fn();
  render(<Dialog onClose={closed} />, { wrapper });
  await user.type(await screen.findByLabelText('Lý do'), 'Thiếu số liệu');
  await pause();
  cleanup();

  render(<Dialog onClose={closed} />, { wrapper });
  expect((await screen.findByText(/^Đã khôi phục nội dung chưa gửi, gõ lúc \d\d:\d\d\.$/)).textContent).toBeTruthy();
  expect((screen.getByLabelText('Lý do') as HTMLInputElement).value).toBe('Thiếu số liệu');
  await user.keyboard('{Escape}');
  await user.click(await screen.findByText('Bỏ thay đổi và tiếp tục'));
  await pause();
  expect(closed).toHaveBeenCalledOnce();
  expect(await countDrafts('an')).toBe(0);
  cleanup();

  render(<Dialog onClose={closed} />, { wrapper });
  await user.type(await screen.findByLabelText('Lý do'), 'Khác');
  await pause();
  cleanup();
  render(<Dialog onClose={closed} />, { wrapper });
  await user.click(await screen.findByRole('button', { name: 'Bỏ bản này' }));
  await pause();
  expect((screen.getByLabelText('Lý do') as HTMLInputElement).value).toBe('');
  expect(screen.queryByRole('button', { name: 'Bỏ bản này' })).toBeNull();
  expect(await countDrafts('an')).toBe(0);
});

it('asks also where a field was typed in that the form has not heard of yet', async () => {
  const user = userEvent.setup();
  const closed = vi.fn();
  render(<Dialog onClose={closed} />, { wrapper });
  await user.type(await screen.findByLabelText('Liên kết'), 'https://');
  await user.keyboard('{Escape}');
  expect(await screen.findByText('Đóng mà không lưu?')).toBeTruthy();
  expect(closed).not.toHaveBeenCalled();
});
