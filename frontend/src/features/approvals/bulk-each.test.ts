import { expect, it, vi } from 'vitest';
import { Unreachable } from '@/api/problem';
import { EachSigned } from './bulk-each';
import { reasonsOf } from './use-reasons';

// The client takes the browser's fetch when it is made.
const network = vi.hoisted(() => {
  const held = { fetch: undefined as unknown as (request: Request) => Promise<Response> };
  globalThis.fetch = (request) => held.fetch(request as Request);
  return held;
});

const CASES = ['a', 'b', 'c'].map((id) => ({ id, digest: `${id}1`, label: id }));
const WHY = { a: { comment: ' Thiếu minh chứng ' }, b: { comment: '' }, c: { comment: 'Sai số liệu', ground: 'inaccurate' as const } };

/** Answers each case by its id; keeps what was sent. */
function server(answer: (id: string) => Response | undefined) {
  const sent: { id: string; key: string | null; seen: string | null; body: Record<string, unknown> }[] = [];
  network.fetch = async (request) => {
    const id = request.url.split('/').at(-2)!;
    sent.push({
      id,
      key: request.headers.get('Idempotency-Key'),
      seen: request.headers.get('If-Match'),
      body: (await request.clone().json()) as Record<string, unknown>,
    });
    const given = answer(id);
    if (!given) throw new TypeError('network');
    return given;
  };
  return sent;
}

const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const signed = () => json(201, { act: 'return' });
const refused = () => json(422, { code: 'refused', reasons: [{ code: 'reason-missing', text: 'Ghi lý do.', field: 'comment' }] });

it('sends each back with its own reason, and tells what became of each', async () => {
  const sent = server((id) => (id === 'b' ? refused() : signed()));
  const results = await new EachSigned().sign('return', CASES, WHY);
  expect(sent.map(({ id, seen, body }) => [id, seen, body.comment, body.ground])).toEqual([
    ['a', '"a1"', 'Thiếu minh chứng', undefined],
    ['b', '"b1"', '', undefined],
    ['c', '"c1"', 'Sai số liệu', 'inaccurate'],
  ]);
  expect(results.map((one) => [one.case, one.signature !== null, one.reasons.map(({ text }) => text)])).toEqual([
    ['a', true, []],
    ['b', false, ['Ghi lý do.']],
    ['c', true, []],
  ]);
});

it('asks again under the same keys where no answer came, so that what was signed is signed once', async () => {
  let down = true;
  const sent = server((id) => (id === 'b' && down ? undefined : signed()));
  const each = new EachSigned();
  await expect(each.sign('return', CASES, WHY)).rejects.toBeInstanceOf(Unreachable);
  down = false;
  const results = await each.sign('return', CASES, WHY);
  expect(results.every(({ signature }) => signature)).toBe(true);
  const keys = (id: string) => new Set(sent.filter((one) => one.id === id).map(({ key }) => key));
  expect([keys('a').size, keys('b').size, new Set(sent.map(({ key }) => key)).size]).toEqual([1, 1, 3]);
  each.answered();
  await each.sign('return', CASES.slice(0, 1), WHY);
  expect(keys('a').size).toBe(2);
});

it('gives one reason to all, or each its own, and a ground only where one is stated', () => {
  const all = { comment: 'Sửa', ground: 'other' as const };
  const groundsOf = (id: string) => (id === 'c' ? (['inaccurate', 'other'] as const) : []);
  expect(reasonsOf({ apart: false, all, own: {} }, CASES, groundsOf)).toEqual({ a: { comment: 'Sửa' }, b: { comment: 'Sửa' }, c: all });
  expect(reasonsOf({ apart: true, all, own: { a: { comment: 'Riêng' } } }, CASES, groundsOf)).toEqual({
    a: { comment: 'Riêng' },
    b: { comment: '' },
    c: { comment: '' },
  });
});
