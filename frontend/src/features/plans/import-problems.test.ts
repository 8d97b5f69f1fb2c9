import { expect, it } from 'vitest';
import type { ImportProblem } from '@/api/types';
import type { Column } from '@/components/grid/columns';
import { heldProblems, isJudged, isOpenWhenRead, noteAt, notesOf } from './import-problems';

const problem = (id: string | null, field: string, text: string): ImportProblem => ({ id, row: '2', field, code: 'x', text });
const leads: Column = { key: 'leads', title: '', width: 1, fields: ['leads', 'lead_text'], read: () => '' };
const due: Column = { ...leads, key: 'due_text', fields: ['due_text'] };

it('says at each cell what was found of it: errors before warnings, each once', () => {
  const errors = [
    problem('a', 'leads', 'Không có đơn vị X.'),
    problem('a', 'leads', 'Không có đơn vị Y.'),
    problem(null, 'text', 'Thiếu cột.'),
  ];
  const notes = notesOf({ errors, warnings: [problem('a', 'due_text', 'Sau năm học.'), problem('a', 'leads', 'Lạ.')] });
  expect(noteAt(notes.get('a'), leads)).toEqual({ text: 'Không có đơn vị X. Không có đơn vị Y.', severe: true });
  expect(noteAt(notes.get('a'), due)).toEqual({ text: 'Sau năm học.', severe: false });
  expect(noteAt(notes.get('b'), due)).toBeUndefined();
  expect(notes.size).toBe(1);
});

it('no longer says it where something else has been typed since', () => {
  const judged = { id: 'a', fields: { leads: [], lead_text: 'X', due_text: 'Tháng 13' } };
  const typed = { ...judged, fields: { ...judged.fields, leads: ['A'], lead_text: '' } };
  expect([isJudged(judged, judged, leads), isJudged(typed, judged, leads), isJudged(typed, judged, due)]).toEqual([true, false, true]);
  expect(isJudged(typed, undefined, leads)).toBe(false);
});

it('asks a row what Phụ lục 1 does, and not yet who is in charge', () => {
  const fields = {
    kind: 'task',
    section: '',
    text: 'Việc',
    leads: [],
    lead_text: '',
    due_text: '',
    product: '',
    person: '',
    authority: '',
    note: '',
  };
  const open = ['text', 'leads', 'due_text', 'product', 'person', 'authority'].filter((key) => isOpenWhenRead(fields, key));
  expect(open).toEqual(['leads', 'due_text', 'product']);
  expect(isOpenWhenRead({ ...fields, kind: 'target' }, 'product')).toBe(false);
});

it('lists what is typed and not kept, of rows that are still there', () => {
  const held = {
    'a leads': { mine: ['X'], error: 'Không có đơn vị.' },
    'a text': { mine: 'M', stands: 'K' },
    'gone note': { mine: 'x', error: 'e' },
  };
  const found = heldProblems(held, [{ id: 'a', fields: {} }], 'Hai người sửa một ô', () => 7);
  expect(found.map(({ row, field, text }) => [row, field, text])).toEqual([
    ['7', 'leads', 'Không có đơn vị.'],
    ['7', 'text', 'Hai người sửa một ô'],
  ]);
});
