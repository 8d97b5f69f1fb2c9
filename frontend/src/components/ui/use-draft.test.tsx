import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { queryClient } from '@/api/query-client';
import { useDraft } from './use-draft';

interface Server {
  value: string;
  digest: string;
  editable: boolean;
}

function draftOn(server: Server) {
  const save = vi.fn((value: string, digest: string) => Promise.resolve({ value, digest }));
  const onSaved = vi.fn();
  const hook = renderHook((now: Server) => useDraft({ ...now, save, onSaved }), {
    initialProps: server,
    wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
  });
  return { ...hook, save, onSaved };
}

const SERVER = { value: 'cũ', digest: '1', editable: true };

it('is the server’s value until somebody edits, and is left alone afterwards', () => {
  const { result, rerender } = draftOn(SERVER);
  rerender({ ...SERVER, value: 'mới', digest: '2' });
  expect(result.current).toMatchObject({ value: 'mới', changed: false, outdated: false });

  act(() => result.current.change((now) => `${now} hơn`));
  rerender({ ...SERVER, value: 'khác', digest: '3' });
  expect(result.current).toMatchObject({ value: 'mới hơn', changed: true, outdated: true });

  act(() => result.current.discard());
  expect(result.current).toMatchObject({ value: 'khác', changed: false });
});

it('is outdated once it can no longer be edited', () => {
  const { result, rerender } = draftOn(SERVER);
  act(() => result.current.change(() => 'sửa'));
  expect(result.current.outdated).toBe(false);
  rerender({ ...SERVER, editable: false });
  expect(result.current.outdated).toBe(true);
});

it('is saved against what the editing began from', async () => {
  const { result, rerender, save, onSaved } = draftOn(SERVER);
  act(() => result.current.change(() => 'sửa'));
  rerender({ ...SERVER, digest: '2' });
  act(() => result.current.submit());
  await waitFor(() => expect(result.current.changed).toBe(false));
  expect(save).toHaveBeenCalledExactlyOnceWith('sửa', '1');
  expect(onSaved).toHaveBeenCalledExactlyOnceWith({ value: 'sửa', digest: '1' });
});

it('keeps what was typed when saving fails', async () => {
  const { result, save } = draftOn(SERVER);
  save.mockRejectedValueOnce(new Error('refused'));
  act(() => result.current.change(() => 'sửa'));
  act(() => result.current.submit());
  await waitFor(() => expect(result.current.save.error).toBeTruthy());
  expect(result.current).toMatchObject({ value: 'sửa', changed: true });
});
