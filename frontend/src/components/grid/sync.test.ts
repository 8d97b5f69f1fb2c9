import { expect, it } from 'vitest';
import { diceOf, type Dice } from './dice';
import { isNothing } from './difference';
import { patched, type Edits, type Sheet } from './sheet';
import type { Refused } from './answers';
import { answered, begun, cellKey, pending, received, resolved, typed, type Synced } from './sync';

const START: Sheet = ['a', 'b', 'c'].map((id) => ({ id, fields: { text: id, note: '' } }));
const written = (sheet: Sheet, id: string, fields: Record<string, string>) =>
  sheet.map((row) => (row.id === id ? { ...row, fields: { ...row.fields, ...fields } } : row));
let count = 0;
const newId = () => `new-${(count += 1)}`;

/** A server that keeps texts without blanks around, and refuses what says "sai". */
class Server {
  sheet: Sheet = START;

  patch(edits: Edits): { refused: Refused[]; said: Sheet } {
    const wrong: Refused[] = edits.rows.flatMap(({ id, is }) =>
      Object.keys(is)
        .filter((field) => is[field] === 'sai')
        .map((field) => ({ id, field, status: 422, text: 'không được' })),
    );
    const fits = edits.rows.map((row) => ({
      ...row,
      is: Object.fromEntries(Object.entries(row.is).flatMap(([name, text]) => (text === 'sai' ? [] : [[name, String(text).trim()]]))),
    }));
    const { sheet, unfit } = patched(this.sheet, { ...edits, rows: fits });
    this.sheet = sheet;
    const said = sheet.filter(({ id }) => edits.rows.some((row) => row.id === id));
    return { refused: [...wrong, ...unfit.map((one) => ({ ...one, status: 409, text: 'người khác' }))], said };
  }
}

function sent(now: Synced, server: Server): Synced {
  const edits = pending(now);
  const { refused, said } = server.patch(edits);
  return answered(now, edits, refused, said, newId);
}

it('sends what was typed once, and takes over what the server made of it', () => {
  const server = new Server();
  const now = sent(typed(begun(START), written(START, 'a', { text: ' đã sửa ' })), server);
  expect(server.sheet[0]!.fields.text).toBe('đã sửa');
  expect(now.draft).toEqual(server.sheet);
  expect(isNothing(pending(now))).toBe(true);
});

it('keeps what is typed while an answer is on its way', () => {
  const server = new Server();
  const first = typed(begun(START), written(START, 'a', { text: 'một' }));
  const edits = pending(first);
  const meanwhile = typed(first, written(first.draft, 'a', { text: 'một hai' }));
  const { refused, said } = server.patch(edits);
  const now = sent(answered(meanwhile, edits, refused, said, newId), server);
  expect(server.sheet[0]!.fields.text).toBe('một hai');
  expect(now.held).toEqual({});
});

it('shows both words where two have written into one cell, and sends the one that is chosen', () => {
  const server = new Server();
  server.sheet = written(START, 'a', { text: 'của họ' });
  const now = sent(typed(begun(START), written(START, 'a', { text: 'của tôi', note: 'ghi' })), server);
  expect(now.held).toEqual({ [cellKey('a', 'text')]: { mine: 'của tôi', stands: 'của họ' } });
  expect(now.draft[0]!.fields).toEqual({ text: 'của tôi', note: 'ghi' });
  expect(isNothing(pending(now))).toBe(true);
  expect(resolved(now, 'a', 'text', 'theirs').draft[0]!.fields.text).toBe('của họ');
  const mine = sent(resolved(now, 'a', 'text', 'mine'), server);
  expect(server.sheet[0]!.fields).toEqual({ text: 'của tôi', note: 'ghi' });
  expect([mine.held, isNothing(pending(mine))]).toEqual([{}, true]);
});

it('holds what the server cannot keep until it is written otherwise', () => {
  const server = new Server();
  const now = sent(typed(begun(START), written(START, 'a', { text: 'sai', note: 'được' })), server);
  expect(now.held).toEqual({ [cellKey('a', 'text')]: { mine: 'sai', error: 'không được' } });
  expect(server.sheet[0]!.fields).toEqual({ text: 'a', note: 'được' });
  expect(isNothing(pending(now))).toBe(true);
  const again = sent(typed(now, written(now.draft, 'a', { text: 'đúng' })), server);
  expect([server.sheet[0]!.fields.text, again.held]).toEqual(['đúng', {}]);
});

it('keeps a row that somebody else has deleted while it was written in, as a new one in its place', () => {
  const server = new Server();
  server.sheet = START.toSpliced(1, 1);
  const now = sent(typed(begun(START), written(START, 'b', { note: 'quan trọng' })), server);
  expect(now.draft.map(({ fields }) => fields.text)).toEqual(['a', 'b', 'c']);
  expect(now.rescued).toEqual([now.draft[1]!.id]);
  sent(now, server);
  expect(server.sheet.map(({ fields }) => [fields.text, fields.note])).toEqual([['a', ''], ['b', 'quan trọng'], ['c', '']]); // prettier-ignore
});

it('shows a row again whose deletion is refused, says why, and does not ask for it again', () => {
  const server = new Server();
  const edits = pending(typed(begun(START), START.toSpliced(1, 1)));
  const refused = [{ id: 'b', field: 'id', status: 422, text: 'đang có hiệu lực' }];
  const now = answered(typed(begun(START), START.toSpliced(1, 1)), edits, refused, [], newId);
  expect(now.draft).toEqual(START);
  expect(isNothing(pending(now))).toBe(true);
  expect(now.held).toEqual({ [cellKey('b', 'text')]: { mine: 'b', error: 'đang có hiệu lực' } });
  const again = sent(typed(now, written(now.draft, 'b', { text: 'sửa' })), server);
  expect([again.held, server.sheet[1]!.fields.text]).toEqual([{}, 'sửa']);
});

it('does not delete a row in which somebody else has written, and shows it again', () => {
  const server = new Server();
  server.sheet = written(START, 'b', { note: 'gấp' });
  const now = sent(typed(begun(START), START.toSpliced(1, 1)), server);
  expect(now.draft).toEqual(server.sheet);
  expect(isNothing(pending(now))).toBe(true);
});

it('loses no word of three people who write, send and hear of each other in any order', () => {
  const dice = diceOf(5);
  for (let time = 0; time < 500; time += 1) {
    const server = new Server();
    const people = [0, 1, 2].map(() => begun(START));
    const words = new Set<string>();
    for (let step = 0; step < 30; step += 1) {
      const who = dice(3);
      people[who] = turn(people[who]!, server, dice, `${who}-${step}`, words);
    }
    for (const who of [0, 1, 2, 0, 1, 2]) people[who] = sent(received(people[who]!, server.sheet, newId), server);
    const everywhere = JSON.stringify([server.sheet, people]);
    expect([...words].filter((word) => !everywhere.includes(`"${word}"`))).toEqual([]);
    for (const one of people) expect(isNothing(pending(received(one, server.sheet, newId)))).toBe(true);
  }
}, 120_000);

/** Writes a word over another one, which is meant to go; or sends; or hears of the others. */
function turn(now: Synced, server: Server, dice: Dice, word: string, words: Set<string>): Synced {
  const kind = dice(3);
  if (kind === 1) return sent(now, server);
  if (kind === 2) return received(now, server.sheet, newId);
  const row = now.draft[dice(now.draft.length)]!;
  const field = ['text', 'note'][dice(2)]!;
  words.delete(String(row.fields[field]));
  words.add(word);
  return typed(now, written(now.draft, row.id, { [field]: word }));
}
