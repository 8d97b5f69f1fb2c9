import { expect, it } from 'vitest';
import type { Reason } from '@/api/types';
import { sharedReasons, sorted, type BulkCase } from './bulk-act';

const reason = (text: string): Reason => ({ code: text, text });
const kase = (label: string, ...reasons: Reason[]): BulkCase => ({
  id: label,
  digest: label,
  label,
  acts: [{ act: 'submit', reasons, grounds: [] }],
});

it('tells the cases that an act is allowed on from the others', () => {
  const cases = [kase('Phòng Đào tạo'), kase('Phòng KHTC', reason('Dòng 2: thiếu kết quả.'))];
  expect(sorted(cases, 'submit').allowed.map(({ label }) => label)).toEqual(['Phòng Đào tạo']);
  expect(sorted(cases, 'submit').refused.map(({ label }) => label)).toEqual(['Phòng KHTC']);
});

it('leaves a case that nobody asked about to the server', () => {
  expect(sorted([{ id: 'a', digest: 'a', label: 'a' }], 'review').allowed).toHaveLength(1);
});

it('says a reason once, and of whom unless of all', () => {
  const [rights, gap] = [reason('Chỉ viên chức của đơn vị được trình.'), reason('Dòng 2: thiếu kết quả.')];
  expect(sharedReasons([kase('A', rights, gap), kase('B', rights)], 'submit')).toEqual([
    { reason: rights, labels: [] },
    { reason: gap, labels: ['A'] },
  ]);
});
