import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { queryClient } from '@/api/query-client';
import type { Compared } from './compared';
import { ComparedFields } from './compared-fields';

/** What stands on the screen: label, what was, what is. */
function lines(...fields: Compared[]): string[][] {
  const { container } = render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <ComparedFields fields={fields} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  const text = (line: Element, selector: string) => line.querySelector(selector)?.textContent ?? '';
  return [...container.querySelectorAll('dl > div')].map((line) => ['dt', 'del', 'ins'].map((part) => text(line, part)));
}

it('says who leads once, whether by code or in words', () => {
  const codes: Compared = { field: 'leads', label: 'row.leads', was: [], now: ['DT'] };
  const words: Compared = { field: 'lead_text', label: 'row.leads', was: 'Phòng lạ', now: '' };
  expect(lines(codes, words)).toEqual([['Đơn vị chủ trì', 'Phòng lạ', 'DT']]);
});

it('says outcomes, days, kinds and evidence as people read them', () => {
  const file = { kind: 'file', value: 'a1b2', name: 'Biên bản.pdf' };
  expect(
    lines(
      { field: 'done', label: 'report.outcome', was: null, now: false },
      { field: 'expected_on', label: 'report.expected_on', was: null, now: '2026-12-05' },
      { field: 'kind', label: 'row.kind', was: 'task', now: 'target' },
      { field: 'evidence', label: 'evidence.label', was: [], now: [file, { kind: 'document', value: '12/BC', name: '' }] },
    ),
  ).toEqual([
    ['Kết quả', '', 'Chưa hoàn thành'],
    ['Dự kiến hoàn thành', '', '05/12/2026'],
    ['Loại dòng', 'Nhiệm vụ, giải pháp', 'Mục tiêu, chỉ tiêu'],
    ['Minh chứng', '', 'Biên bản.pdf; 12/BC'],
  ]);
});
