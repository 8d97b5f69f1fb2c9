import { expect, it } from 'vitest';
import type { ReadPeople } from '@/api/administration-types';
import { isKept, linesOf, rowOf, type TypedLine } from './typed-lines';
import { sayingsOf, statesOf } from './typed-sayings';
import { fitting, unitWords } from './use-people-columns';

const LAN: TypedLine = {
  full_name: 'Cà Thị Lan',
  username: 'ca.thi.lan',
  email: 'lan@w.edu.vn',
  telephone: '0912',
  unit: 'Phòng Đào tạo',
  title: 'Viên chức',
  since: '01/09/2025',
};
const server = [rowOf('lan', LAN), rowOf('an', { full_name: 'Lò Văn An', username: 'an' })];
const read = (more: Partial<ReadPeople>): ReadPeople => ({ saved: false, errors: [], warnings: [], lines: [], raw: [], ...more });
const person = (row: number, more: object) => ({
  row,
  username: '',
  full_name: '',
  email: '',
  telephone: '',
  differs: [],
  posts: [],
  ...more,
});
const post = (row: number, change: string, differs: string[] = []) => ({ row, change, differs });
const problem = (row: string, field: string, text: string) => ({ row, field, text, code: 'x' });

it('sends nothing of lines that nobody typed in', () => {
  expect(linesOf(server, server)).toEqual([]);
});

it('sends of a line who it is and what differs, so that nothing else that somebody has changed is turned back', () => {
  const draft = [server[0]!, rowOf('an', { full_name: 'Lò Văn An', username: 'an', email: 'an@w.edu.vn' })];
  expect(linesOf(server, draft)).toEqual([{}, { full_name: 'Lò Văn An', username: 'an', email: 'an@w.edu.vn' }]);
});

it('sends all of a line whose post becomes another one, and of a new one', () => {
  const moved = { ...LAN, title: 'Phó Trưởng phòng' };
  expect(linesOf(server, [rowOf('lan', moved), rowOf('new', { full_name: 'Mới' })])).toEqual([moved, { full_name: 'Mới' }]);
});

it('keeps the numbers of lines below one that is blank, and sends none at the end', () => {
  expect(linesOf([], [rowOf('a'), rowOf('b', { full_name: 'B' }), rowOf('c')])).toEqual([{}, { full_name: 'B' }]);
});

it('says how each line stands: new, one more post, changed in person and post, the same', () => {
  const lines = [
    person(1, { change: 'new', posts: [post(1, 'new'), post(2, 'new')] }),
    person(3, { change: 'changed', differs: ['email'], posts: [post(3, 'same'), post(4, 'new')] }),
    person(5, { change: 'same', posts: [post(5, 'changed', ['title'])] }),
    person(6, { change: 'same' }),
  ] as unknown as ReadPeople['lines'];
  const states = statesOf({ lines });
  expect([1, 2, 3, 4, 5, 6].map((row) => states.get(row)?.change)).toEqual(['new', 'new', 'changed', 'post', 'changed', 'same']);
  expect(states.get(3)?.differs).toEqual(['email']);
});

it('says an error at the cell as long as that cell says the same, also when lines were moved', () => {
  const sent = [rowOf('a', { full_name: 'A', unit: 'X' }), rowOf('b', { full_name: 'B', unit: 'Y' })];
  const checked = {
    draft: sent,
    read: read({ errors: [problem('2', 'unit', 'lạ'), problem('2', 'title', 'thiếu')], warnings: [problem('2', 'unit', 'nhắc')] }),
  };
  const said = sayingsOf([rowOf('b', { full_name: 'B', unit: 'Y' }), sent[0]!], checked);
  expect(said.notes.get('b unit')).toEqual({ text: 'lạ nhắc', severe: true });
  expect(said.notes.get('b title')?.severe).toBe(true);
  const mended = sayingsOf([sent[0]!, rowOf('b', { full_name: 'B', unit: 'Phòng Y' })], checked);
  expect([...mended.notes.keys()]).toEqual(['b title']);
  expect(sayingsOf(sent, undefined).notes.size).toBe(0);
});

it('says that a cell that was emptied keeps what is there', () => {
  expect(isKept(server[0]!.fields, rowOf('lan', { ...LAN, email: ' ' }).fields, 'email')).toBe(true);
  expect(isKept(server[0]!.fields, server[0]!.fields, 'until')).toBe(false);
  expect(isKept(undefined, rowOf('x').fields, 'email')).toBe(false);
});

it('offers units by name, by code where two are called the same, and what fits without marks', () => {
  const words = unitWords([
    { code: 'DT', name: 'Phòng Đào tạo' },
    { code: 'K1', name: 'Khoa Sư phạm' },
    { code: 'K2', name: 'Khoa sư phạm' },
  ]);
  expect(words).toEqual(['Phòng Đào tạo', 'K1', 'K2']);
  expect(fitting('dao', words)).toEqual(['Phòng Đào tạo']);
  expect(fitting('phòng đào tạo', words)).toEqual(words);
  expect(fitting('zz', words)).toEqual([]);
});
