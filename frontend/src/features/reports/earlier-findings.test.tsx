import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { queryClient } from '@/api/query-client';
import type { EarlierRow, MonitoringReport } from '@/api/report-types';
import { earlierRows } from './drafted';
import { EarlierFindings } from './earlier-findings';
import { agreeable, judgedRows } from './figures';
import type { ReportEditing } from './use-word-drafts';

vi.mock('@/components/ui/links', () => ({ TextLink: ({ children }: { children: string }) => <a href="#plan">{children}</a> }));

const ROW = {
  row: 'r1',
  period: '2026-10',
  plan: 'p',
  plan_title: 'Tuyển sinh',
  kind: 'task',
  section: '',
  number: '1',
  text: 'Số liệu hằng tháng',
  due_text: 'Hằng tháng',
  product: '',
  due_on: '2026-10-31',
  listing: 'due',
  age: 0,
  overdue: true,
  settled: '',
  months: [],
  counted: true,
  unfinished: true,
  unit: 'A',
  done: null,
  members: [],
  led_by: '',
  beside: false,
  word: { done: true, result: 'Đủ', cause: '', remedy: '', evidence: [], value: null, completed_on: '2026-10-19' },
  evidence: [],
  warnings: [],
  updates: [],
  promised: { times: 0, dates: [] },
} as unknown as EarlierRow;

const REPORT = { id: 'm', period: '2026-11', plans: [], earlier: [ROW] } as unknown as MonitoringReport;
const EDITING = { draft: { words: {} }, editable: true, conflicts: [], error: undefined } as unknown as ReportEditing;

function show(report: MonitoringReport) {
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <EarlierFindings
          report={report}
          editing={EDITING}
          missing={[{ code: 'finding-missing', text: 'Đơn vị theo dõi chưa có kết quả.', row: 'r1@2026-10', field: 'done' }]}
        />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

it('lists the month before apart, each row where the server’s reasons name it', () => {
  show(REPORT);
  expect(screen.getByRole('heading', { name: 'Tháng trước chưa có kết quả theo dõi (Tháng 10/2026)' })).toBeDefined();
  expect(screen.getByText('1 nội dung, không tính vào N của tháng này')).toBeDefined();
  expect(document.getElementById('row-r1@2026-10')).not.toBeNull();
});

it('says nothing where nothing is asked', () => {
  show({ ...REPORT, earlier: [] });
  expect(screen.queryByRole('heading')).toBeNull();
});

it('keeps the same row of two months apart, and offers to agree with both', () => {
  expect(earlierRows(REPORT).map(({ row }) => row)).toEqual(['r1@2026-10']);
  expect(agreeable(judgedRows(REPORT))).toBe(1);
});
