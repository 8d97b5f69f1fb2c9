import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem, Unreachable } from '@/api/problem';
import { countDrafts, draftKey, dropDrafts, findDraft, keepDraft, openDraft } from './drafts';
import { patched, type Edits, type Sheet } from './sheet';
import { SheetStore, type Sent } from './sheet-store';

const START: Sheet = ['a', 'b'].map((id) => ({ id, fields: { text: id } }));
const KEY = draftKey('an', 'plan-1');
const writes =
  (text: string, at = 0) =>
  (sheet: Sheet) =>
    sheet.map((row, place) => (place === at ? { ...row, fields: { text } } : row));

let server: Sheet;
let answers: ((edits: Edits) => Promise<Sent>)[];
let ids = 0;

/** Writes, unless the test has said that something else happens first. */
async function send(edits: Edits): Promise<Sent> {
  const other = answers.shift();
  if (other) return other(edits);
  server = patched(server, edits).sheet;
  return { refused: [], said: server.filter(({ id }) => edits.rows.some((row) => row.id === id)) };
}

const opened = (key = KEY) => new SheetStore(server, { key, send, newId: () => `n${(ids += 1)}`, onSaved: vi.fn() });
const fails = (error: Error) => () => Promise.reject(error);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  server = START;
  answers = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await dropDrafts('an');
  await dropDrafts('binh');
});

/** IndexedDB answers in real time. */
async function settled() {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((go) => setImmediate(go));
}

async function passes(milliseconds: number) {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await settled();
}

it('sends by itself when somebody pauses, one request for all', async () => {
  const store = opened();
  store.change(writes('một'));
  store.change(writes('một hai'));
  expect(store.snapshot().status).toBe('waiting');
  await passes(1000);
  expect(server[0]!.fields.text).toBe('một hai');
  expect(store.snapshot().status).toBe('saved');
  expect(await findDraft(KEY)).toBeUndefined();
});

it('keeps what is typed through a dead network and a reload, and sends it when the network is back', async () => {
  answers = [fails(new Unreachable()), fails(new Unreachable())];
  const store = opened();
  store.change(writes('khi mất mạng'));
  store.type({ id: 'b', column: 'text', text: 'đang gõ dở' });
  await passes(1000);
  expect(store.snapshot().status).toBe('offline');
  answers = [];
  const after = opened();
  await after.restore();
  expect(after.snapshot().draft[0]!.fields.text).toBe('khi mất mạng');
  expect(after.snapshot().typing).toEqual({ id: 'b', column: 'text', text: 'đang gõ dở' });
  await passes(1000);
  expect(server[0]!.fields.text).toBe('khi mất mạng');
});

it('tries again, later each time', async () => {
  answers = [fails(new Unreachable()), fails(new Problem(503)), fails(new Unreachable())];
  const store = opened();
  store.change(writes('gửi lại'));
  await passes(800 + 2000 + 4000 - 1);
  expect(store.snapshot().status).toBe('offline');
  await passes(10_000);
  expect(server[0]!.fields.text).toBe('gửi lại');
});

it('says that nobody is logged in, and keeps the text', async () => {
  answers = [fails(new Problem(401))];
  const store = opened();
  store.change(writes('hết phiên'));
  await passes(1000);
  expect(store.snapshot().status).toBe('login');
  expect((await findDraft(KEY))?.draft[0]!.fields.text).toBe('hết phiên');
});

it('says that the server takes nothing more, and keeps the text', async () => {
  answers = [fails(new Problem(409, { detail: 'Đã trình' }))];
  const store = opened();
  store.change(writes('muộn'));
  await passes(60_000);
  expect([store.snapshot().status, store.snapshot().error?.message]).toEqual(['refused', 'Đã trình']);
  expect(store.snapshot().draft[0]!.fields.text).toBe('muộn');
});

it('hears of others between two requests, and not in the middle of one', async () => {
  const store = opened();
  store.change(writes('của tôi'));
  server = writes('của họ', 1)(server);
  store.receive(server);
  await passes(1000);
  expect(server.map(({ fields }) => fields.text)).toEqual(['của tôi', 'của họ']);
  expect(store.snapshot().draft).toEqual(server);
});

it('takes back and does again, and sends both', async () => {
  const store = opened();
  store.change(writes('sai'));
  await passes(1000);
  store.undo();
  await passes(1000);
  expect(server[0]!.fields.text).toBe('a');
  expect(store.snapshot()).toMatchObject({ canUndo: false, canRedo: true });
  store.redo();
  await passes(1000);
  expect(server[0]!.fields.text).toBe('sai');
});

it('keeps nothing more of somebody who has logged out, and sends nothing in the name of who logs in next', async () => {
  answers = [fails(new Unreachable())];
  const store = opened();
  store.change(writes('chưa gửi'));
  await passes(1000);
  await dropDrafts('an');
  answers = [fails(new Problem(401))];
  store.close();
  await passes(60_000);
  expect([await countDrafts('an'), server]).toEqual([0, START]);
});

it('belongs to one person and one document, for fourteen days', async () => {
  openDraft(KEY);
  const kept = { server: START, draft: START, held: {}, rescued: [], typing: null, at: Date.now() };
  await keepDraft(KEY, kept);
  await keepDraft(draftKey('an', 'plan-2'), { ...kept, at: kept.at - 15 * 24 * 3600 * 1000 });
  expect(await findDraft(draftKey('binh', 'plan-1'))).toBeUndefined();
  expect(await findDraft(draftKey('an', 'plan-2'))).toBeUndefined();
  expect([await countDrafts('an'), await countDrafts('binh')]).toEqual([1, 0]);
  await dropDrafts('an');
  expect(await countDrafts('an')).toBe(0);
});
