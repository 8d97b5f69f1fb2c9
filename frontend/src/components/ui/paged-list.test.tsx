import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { pagedQuery, type Page } from '@/api/pages';
import { queryClient } from '@/api/query-client';
import { PagedList } from './paged-list';

afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

function show(first: Page<string>) {
  const query = pagedQuery<string>(['test'], () => Promise.resolve(first));
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <PagedList query={query} label="Kế hoạch" empty="Chưa có.">
          {(item) => <li key={item}>{item}</li>}
        </PagedList>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

it('says that there is nothing', async () => {
  show({ results: [], next: null });
  expect(await screen.findByText('Chưa có.')).toBeDefined();
  expect(screen.queryByRole('list')).toBeNull();
});

it('reads on as the person asks for more, to the end', async () => {
  const fetched = vi.fn(() => Promise.resolve(Response.json({ results: ['b'], next: null })));
  vi.stubGlobal('fetch', fetched);
  show({ results: ['a'], next: 'http://elsewhere/api/v1/plans?cursor=x' });
  await userEvent.click(await screen.findByRole('button', { name: 'Xem thêm' }));
  expect(await screen.findByText('b')).toBeDefined();
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['a', 'b']);
  expect(fetched).toHaveBeenCalledWith('/api/v1/plans?cursor=x', expect.anything());
  expect(screen.queryByRole('button', { name: 'Xem thêm' })).toBeNull();
});
