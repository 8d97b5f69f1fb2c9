import { expect, it } from 'vitest';
import type { Difference } from '@/api/types';
import { MARKED } from '@/api/fields';
import { compared, markedFields } from './compared';

const found = (part: Partial<Difference>): Difference => ({
  from: 1,
  to: 2,
  head: [],
  things: [],
  reordered: [],
  kept: 0,
  beyond: false,
  reason: '',
  ...part,
});
const thing = (change: 'added' | 'removed' | 'changed', said: object, fields: Difference['head'] = []) => ({
  list: 'rows',
  name: 'r',
  change,
  said,
  fields,
  beyond: false,
  reason: '',
});

it('says what people read of a row, under its number and its text', () => {
  const fields = [
    { field: 'text', was: 'a', now: 'b' },
    { field: 'due', was: null, now: { end: '2026-12-31' } },
  ];
  const { things } = compared(found({ things: [thing('changed', { number: '3', text: 'b' }, fields)] }));
  expect(things).toEqual([
    {
      list: 'rows',
      name: 'r',
      change: 'changed',
      beyond: false,
      reason: '',
      called: '3. b',
      fields: [{ field: 'text', label: 'row.text', was: 'a', now: 'b' }],
    },
  ]);
});

it('counts a row of which only something reckoned changed among those that say the same', () => {
  const aged = thing('changed', { text: 'a' }, [{ field: 'age', was: '1', now: '2' }]);
  expect(compared(found({ things: [aged], kept: 4 }))).toEqual({ head: [], things: [], reordered: false, kept: 5 });
});

it('says what was added and taken out, and that rows stand in another order', () => {
  const said = compared(found({ things: [thing('added', { text: 'mới' }), thing('removed', { text: 'cũ' })], reordered: ['rows'] }));
  expect(said.things.map(({ change, called }) => [change, called])).toEqual([
    ['added', 'mới'],
    ['removed', 'cũ'],
  ]);
  expect(said.reordered).toBe(true);
});

it('offers for a mark what the server lets one mark, each label once, in the order of reading', () => {
  for (const kind of Object.keys(MARKED) as (keyof typeof MARKED)[]) {
    expect(MARKED[kind]).toEqual(expect.arrayContaining([...markedFields(kind)]));
  }
  expect(markedFields('plan')).toEqual([
    'kind',
    'section',
    'text',
    'leads',
    'coordinating',
    'due_text',
    'product',
    'person',
    'authority',
    'note',
  ]);
  expect(markedFields('unit-report').slice(0, 3)).toEqual(['done', 'completed_on', 'result']);
  expect(markedFields('instruction')).toEqual([]);
});
