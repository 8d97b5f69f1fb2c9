import { expect, it } from 'vitest';
import { isOpen } from './row-gaps';

const CLARITIES = ['text', 'leads', 'due_text', 'product', 'person', 'authority'];
const PLAN = { kind: 'plan', person: '', authority: '', groups: [], exemption: null } as const;
const ROW = { kind: 'task', section: 'I', text: 'Việc', leads: ['DT'], lead_text: '', due_text: '', product: '', person: '', authority: '', note: '', ended: false }; // prettier-ignore
const open = (plan: object, row: object) => CLARITIES.filter((one) => isOpen({ ...PLAN, groups: [], ...plan }, { ...ROW, ...row }, one));

it('names what a row leaves open, as the server does', () => {
  expect(open({}, {})).toEqual(['due_text', 'product', 'person', 'authority']);
  expect(open({}, { leads: [], lead_text: 'Phòng Lạ', text: ' ' })).toEqual(CLARITIES);
  expect(open({ person: 'Trưởng phòng' }, { kind: 'target', due_text: 'Thường xuyên' })).toEqual(['authority']);
  expect(open({ groups: [{ section: 'I', person: 'A', authority: 'B' }] }, { product: 'Báo cáo' })).toEqual(['due_text']);
  expect(open({ kind: 'conclusions' }, {})).toEqual(['due_text']);
});

it('asks nothing of a blank row, of one that is ended, and of an exempt plan', () => {
  expect(open({}, { text: '' })).toEqual([]);
  expect(open({}, { ended: true })).toEqual([]);
  expect(open({ exemption: { reason: 'Việc ngắn' } }, {})).toEqual([]);
});
