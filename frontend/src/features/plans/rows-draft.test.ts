import { act, renderHook } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { createElement, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { Problem } from '@/api/problem';
import { queryClient } from '@/api/query-client';
import type { Plan, Row } from '@/api/types';
import { groupRows } from './row-groups';
import { notesByRow } from './row-problems';
import { blankRow, draftOf, inputsOf, move, put, remove } from './rows-draft';
import { useRowsDraft } from './use-rows-draft';

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

  it('sends no key, and no id for a row the server does not know', () => {
    const [known, fresh] = inputsOf([drafts[0]!, blankRow(drafts, 'n')]);
    expect(known).toHaveProperty('id', 'a');
    expect(known).not.toHaveProperty('key');
    expect(fresh).not.toHaveProperty('id');
  });

  it('groups neighbours of one kind and section, in order', () => {
    const rows = [row('a', { section: 'I' }), row('b', { section: 'I' }), row('c', { section: 'II' })].map(draftOf);
    expect(groupRows(rows).map((group) => [group.section, group.rows.map(({ index }) => index)])).toEqual([
      ['I', [0, 1]],
      ['II', [2]],
    ]);
  });

  it('shows a refusal at its row, and the server’s warnings', () => {
    const plan = planOf('1', row('a', { warnings: [{ code: 'past', text: 'Trước năm kế hoạch', field: 'due_text' }] }), row('b'));
    const refusal = new Problem(422, { reasons: [{ code: 'unit', text: 'Không có đơn vị này', row: 'b', field: 'leads' }] });
    const notes = notesByRow(plan, plan.rows.map(draftOf), refusal);
    expect(notes.get('a')).toEqual([{ field: 'due_text', text: 'Trước năm kế hoạch', severe: false }]);
    expect(notes.get('b')).toEqual([{ field: 'leads', text: 'Không có đơn vị này', severe: true }]);
  });
});

describe('editing while others work', () => {
  const wrapper = ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client: queryClient }, children);
  const open = (plan: Plan) => renderHook((props: { plan: Plan }) => useRowsDraft(props.plan), { initialProps: { plan }, wrapper });

  it('follows the server until somebody edits', () => {
    const { result, rerender } = open(planOf('1', row('a')));
    rerender({ plan: planOf('2', row('a'), row('b')) });
    expect(order(result.current.rows)).toBe('ab');
    expect(result.current.outdated).toBe(false);
  });

  it('keeps what was typed and says that the plan has changed', () => {
    const { result, rerender } = open(planOf('1', row('a')));
    act(() => result.current.change((rows) => put(rows, { ...rows[0]!, text: 'đang sửa' })));
    rerender({ plan: planOf('2', row('a', { text: 'người khác sửa' })) });
    expect(result.current.rows[0]?.text).toBe('đang sửa');
    expect(result.current).toMatchObject({ changed: true, outdated: true });
  });

  it('says so too when somebody submitted the plan meanwhile', () => {
    const { result, rerender } = open(planOf('1', row('a')));
    act(() => result.current.change((rows) => rows));
    rerender({ plan: { ...planOf('1', row('a')), editable: [{ code: 'submitted', text: 'Kế hoạch đã trình.' }] } });
    expect(result.current.outdated).toBe(true);
  });

  it('counts from the content that was open, not from what arrived meanwhile', () => {
    const { result, rerender } = open(planOf('1', row('a')));
    act(() => result.current.hold());
    rerender({ plan: planOf('2', row('a')) });
    act(() => result.current.change((rows) => rows));
    expect(result.current.outdated).toBe(true);
  });

  it('lets go of a row that was opened and closed without a change', () => {
    const { result, rerender } = open(planOf('1', row('a')));
    act(() => result.current.hold());
    act(() => result.current.release());
    rerender({ plan: planOf('2', row('b')) });
    expect(order(result.current.rows)).toBe('b');
    expect(result.current.changed).toBe(false);
  });
});
