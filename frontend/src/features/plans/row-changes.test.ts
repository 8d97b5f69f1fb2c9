import { describe, expect, it } from 'vitest';
import type { Row } from '@/api/types';
import { basesOf, changeOf } from './row-changes';
import { blankRow, draftOf, toggleEnded, type DraftRow } from './rows-draft';

const NAMES: Record<string, string> = { DT: 'Phòng Đào tạo', KHTC: 'Phòng Kế hoạch tài chính' };
const unitName = (code: string) => NAMES[code] ?? code;

function row(id: string, kind: 'kept' | 'changed' | 'added' | 'ended', was: object = {}, part: Partial<Row> = {}): Row {
  const blank = blankRow([], id);
  const change = { kind, was: was as Record<string, unknown>, reason: '' };
  return { ...blank, id, text: id, due: null, demo: false, warnings: [], stand: null, leads: ['DT'], ...part, change } as Row;
}

const said = (draft: DraftRow, rows: Row[]) => changeOf(draft, basesOf(1, rows), unitName);

describe('what a supplement does to a row', () => {
  it('is nothing where the plan is no supplement', () => {
    expect(changeOf(draftOf(row('a', 'kept')), basesOf(0, [row('a', 'kept')]), unitName)).toBeUndefined();
  });

  it('is what the server says of a saved row, with what it was', () => {
    const saved = [
      row('a', 'kept'),
      row('b', 'changed', { due_text: 'Tháng 5/2027' }, { due_text: 'Tháng 6/2027' }),
      row('c', 'added', {}, { product: 'Quy chế' }),
      row('d', 'ended'),
    ];
    const changes = saved.map((one) => said(draftOf(one), saved)!);
    expect(changes.map(({ kind }) => kind)).toEqual(['kept', 'changed', 'added', 'ended']);
    expect(changes[1]!.fields).toEqual([{ field: 'due_text', was: 'Tháng 5/2027', now: 'Tháng 6/2027' }]);
    expect(changes[2]!.fields).toContainEqual({ field: 'product', was: '', now: 'Quy chế' });
  });

  it('follows what is typed before it is saved, and back', () => {
    const saved = [row('a', 'kept', {}, { due_text: 'Tháng 5/2027' })];
    const typed = { ...draftOf(saved[0]!), due_text: 'Tháng 6/2027', reason: 'Chờ thẩm định' };
    expect(said(typed, saved)).toEqual({
      kind: 'changed',
      fields: [{ field: 'due_text', was: 'Tháng 5/2027', now: 'Tháng 6/2027' }],
      reason: 'Chờ thẩm định',
    });
    expect(said({ ...typed, due_text: 'Tháng 5/2027' }, saved)!.kind).toBe('kept');
    const [ended] = toggleEnded([draftOf(saved[0]!)], 'a');
    expect(said(ended!, saved)!.kind).toBe('ended');
    expect(said(blankRow([], 'new-1'), saved)!.kind).toBe('added');
  });

  it('reads who leads as one field, whether written or named', () => {
    const was = { leads: ['KHTC'], lead_text: 'Phòng KHTC' };
    const saved = [row('a', 'changed', was, { leads: ['DT'], lead_text: '' })];
    expect(said(draftOf(saved[0]!), saved)!.fields).toEqual([{ field: 'leads', was: 'Phòng KHTC', now: 'Phòng Đào tạo' }]);
  });

  it('is no change where only the number differs', () => {
    const saved = [row('a', 'kept', { number: '1' }, { number: '2' })];
    expect(said(draftOf(saved[0]!), saved)!.kind).toBe('kept');
  });
});
