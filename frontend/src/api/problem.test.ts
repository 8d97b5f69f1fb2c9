import { describe, expect, it } from 'vitest';
import { Problem, problemOf, reasonsAt } from './problem';

const document = {
  title: 'Chưa thực hiện được',
  status: 422,
  code: 'content',
  detail: 'Cần ghi lý do.',
  reasons: [
    { code: 'comment-required', text: 'Cần ghi lý do.', field: 'comment' },
    { code: 'row-incomplete', text: 'Thiếu sản phẩm.', row: 'r1', field: 'product' },
  ],
};

describe('a problem', () => {
  it('keeps what the server said', async () => {
    const problem = await problemOf(
      new Response(JSON.stringify(document), { status: 422, headers: { 'Content-Type': 'application/problem+json' } }),
    );
    expect(problem).toMatchObject(document);
    expect(problem.message).toBe('Cần ghi lý do.');
  });

  it('has only a status when the answer is no problem document', async () => {
    const problem = await problemOf(new Response('<h1>Bad Gateway</h1>', { status: 502 }));
    expect(problem).toMatchObject({ status: 502, title: '', reasons: [] });
  });

  it('survives a broken document', async () => {
    const problem = await problemOf(new Response('{', { status: 500, headers: { 'Content-Type': 'application/problem+json' } }));
    expect(problem.status).toBe(500);
  });

  it('gives a form the reasons at its field, not those at a row', () => {
    const problem = new Problem(422, document);
    expect(reasonsAt(problem, 'comment')).toBe('Cần ghi lý do.');
    expect(reasonsAt(problem, 'product')).toBeUndefined();
  });
});
