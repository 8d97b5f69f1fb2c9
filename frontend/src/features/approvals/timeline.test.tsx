import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { keys } from '@/api/keys';
import { queryClient } from '@/api/query-client';
import { Timeline } from './timeline';

it('says who signed, by which title, in which capacity and on whose behalf, in words', () => {
  queryClient.setQueryData(keys.signatures('c'), [
    {
      sequence: 1,
      act: 'approve',
      signer: { name: 'Cầm Văn Bình', title: 'Phó trưởng phòng', unit: 'Phòng Đào tạo' },
      on_behalf_of: { name: 'Lò Thị An' },
      capacity: 'KT.',
      submission: 2,
      digest: 'a1b2c3d4e5f6a7b8',
      hash: 'ffeeddccbbaa9988',
      comment: '',
      details: {},
      due_at: null,
      within: null,
      at: '2026-11-20T08:00:00+07:00',
    },
  ]);
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <Timeline caseId="c" />
      </MantineProvider>
    </QueryClientProvider>,
  );
  expect(screen.getByText('Cầm Văn Bình · Phó trưởng phòng · Phòng Đào tạo – ký thay cấp trưởng (KT.) – thay mặt Lò Thị An')).toBeDefined();
  expect(screen.getByText(/nội dung khác đi một chữ thì mã khác/)).toBeDefined();
  expect(screen.getByText('a1b2c3d4e5f6')).toBeDefined();
});
