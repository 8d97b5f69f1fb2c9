import { describe, expect, it } from 'vitest';
import type { Plan, Row } from '@/api/types';
import { groupRows } from './row-groups';
import { notesByRow } from './row-problems';
import { blankRow, copiesOf, draftOf, draftRow, move, put, remove, sheetRow } from './rows-draft';

function row(id: string, part: Partial<Row> = {}): Row {
  const words = { section: '', number: '', text: id, lead_text: '', coordinating_text: '', due_text: '', product: '', person: '' };
  return {
    id,
    kind: 'task',
    ...words,
    leads: [],
    coordinating: [],
    authority: '',
    note: '',
    due: null,
    demo: false,
    warnings: [],
    key: id,
    change: null,
    stand: null,
    clear: { person: '', authority: '', person_from: null, authority_from: null },
    lacks: [],
    carried: null,
    people: [],
    ...part,
  };
}

const planOf = (digest: string, ...rows: Row[]) => ({ id: 'p', digest, rows, editable: [] as Plan['editable'] }) as Plan;
const drafts = [row('a'), row('b'), row('c')].map(draftOf);
const order = (rows: readonly { key: string }[]) => rows.map(({ key }) => key).join('');

describe('a draft of rows', () => {
  it('moves a row by one place and stops at the edges', () => {
    expect(order(move(drafts, 'c', -1))).toBe('acb');
    expect(order(move(drafts, 'a', 1))).toBe('bac');
    expect(order(move(drafts, 'a', -1))).toBe('abc');
    expect(order(move(drafts, 'c', 1))).toBe('abc');
  });

  it('replaces a known row in its place and adds a new one at the end', () => {
    expect(put(drafts, { ...drafts[1]!, text: 'mới' })[1]?.text).toBe('mới');
    expect(order(put(drafts, blankRow(drafts, 'n')))).toBe('abcn');
    expect(order(remove(drafts, 'b'))).toBe('ac');
  });

  it('begins a new row in the group of the last', () => {
    const last = draftOf(row('z', { kind: 'target', section: 'I. Đào tạo' }));
    expect(blankRow([last], 'n')).toMatchObject({ kind: 'target', section: 'I. Đào tạo', text: '' });
  });

  it('groups neighbours of one kind and section, in order', () => {
    const rows = [row('a', { section: 'I' }), row('b', { section: 'I' }), row('c', { section: 'II' })].map(draftOf);
    expect(groupRows(rows).map((group) => [group.section, group.rows.map(({ index }) => index)])).toEqual([
      ['I', [0, 1]],
      ['II', [2]],
    ]);
  });

  it('shows what could not be kept at its row, and the server’s warnings', () => {
    const plan = planOf('1', row('a', { warnings: [{ code: 'past', text: 'Trước năm kế hoạch', field: 'due_text' }] }), row('b'));
    const notes = notesByRow(plan, { 'b leads': { mine: [], error: 'Không có đơn vị này' } });
    expect(notes.get('a')).toEqual([{ field: 'due_text', text: 'Trước năm kế hoạch', severe: false }]);
    expect(notes.get('b')).toEqual([{ field: 'leads', text: 'Không có đơn vị này', severe: true }]);
  });

  it('counts on from the row above, and begins with the unit itself', () => {
    expect(blankRow([draftOf(row('z', { number: '7' }))], 'n', 'DT')).toMatchObject({ number: '8', leads: ['DT'] });
    expect(blankRow([draftOf(row('z', { number: 'I.2' }))], 'n')).toMatchObject({ number: '', leads: [] });
  });

  it('is the same as forms and as a grid hold it', () => {
    const draft = draftOf(row('a', { leads: ['DT'] }));
    expect(draftRow(sheetRow(draft))).toEqual(draft);
  });
});

it('copies rows as new ones, due in their new year; what a supplement made of them stays behind', () => {
  const ended = row('z', { due_text: 'Tháng 6/2026', change: { kind: 'ended', was: {}, reason: 'Hết việc' } as Row['change'] });
  const [copy] = copiesOf(
    [ended],
    () => 'n',
    () => 'Tháng 6/2027',
  );
  expect(copy).toEqual(sheetRow({ ...draftOf(ended), id: 'n', due_text: 'Tháng 6/2027', ended: false, reason: '' }));
  expect([copy?.fields.ended, copy?.fields.reason]).toEqual([false, '']);
});
