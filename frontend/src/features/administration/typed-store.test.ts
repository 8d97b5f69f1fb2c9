import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { draftKey, findDraft } from '@/components/grid/drafts';
import { rowOf } from './typed-lines';
import { TypedStore } from './typed-store';

const SERVER = [rowOf('lan', { full_name: 'Lan', email: 'lan@w' }), rowOf('an', { full_name: 'An' })];
let made = 0;
/** A store of somebody of their own. */
const opened = (key = draftKey(`p${(made += 1)}`, 'people list'), server = SERVER) => ({
  key,
  store: new TypedStore(server, key, () => 'fresh'),
});
const setEmail = (id: string, email: string) => (now: typeof SERVER) =>
  now.map((row) => (row.id === id ? { ...row, fields: { ...row.fields, email } } : row));
const emails = (store: TypedStore) => store.snapshot().draft.map(({ fields }) => fields.email);

it('keeps what is typed, with the open cell, and takes it up again; not for anybody else', async () => {
  const { key, store } = opened();
  store.change((now) => setEmail('an', 'an@w')([...now]));
  store.type({ id: 'lan', column: 'email', text: 'dở' });
  await vi.waitFor(async () => expect((await findDraft(key))?.typing?.text).toBe('dở'));
  const again = opened(key).store;
  await again.restore();
  expect(emails(again)).toEqual(['lan@w', 'an@w']);
  expect(again.snapshot()).toMatchObject({ restored: true, typing: { text: 'dở' } });
  const { store: other } = opened();
  await other.restore();
  expect(other.snapshot().restored).toBe(false);
});

it('lays what was typed over what others have changed meanwhile, and shows both where it is one cell', () => {
  const { store } = opened();
  store.change((now) => setEmail('an', 'an@w')([...now]));
  store.receive([rowOf('lan', { full_name: 'Lan', email: 'mới@w' }), SERVER[1]!]);
  expect(emails(store)).toEqual(['mới@w', 'an@w']);
  store.receive([rowOf('lan', { full_name: 'Lan', email: 'mới@w' }), rowOf('an', { full_name: 'An', email: 'khác@w' })]);
  expect(store.snapshot().held['an email']).toMatchObject({ mine: 'an@w', stands: 'khác@w' });
  store.resolve('an', 'email', 'theirs');
  expect(emails(store)).toEqual(['mới@w', 'khác@w']);
});

it('takes a whole list back in one step, and forgets all once it was entered', async () => {
  const { key, store } = opened();
  store.change(() => [rowOf('x', { full_name: 'X' })]);
  expect(store.snapshot().draft).toHaveLength(1);
  store.undo();
  expect(
    store
      .snapshot()
      .draft.map(({ id }) => id)
      .toSorted(),
  ).toEqual(['an', 'lan']);
  store.redo();
  store.close();
  await vi.waitFor(async () => expect(await findDraft(key)).toBeDefined());
  store.discard();
  expect(store.snapshot()).toMatchObject({ draft: SERVER, canUndo: false });
  await vi.waitFor(async () => expect(await findDraft(key)).toBeUndefined());
});
