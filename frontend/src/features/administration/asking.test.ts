import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem, Unreachable } from '@/api/problem';
import { Asking } from './asking';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A server that answers when it is told to. */
function slow() {
  const waiting: { question: string; answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  const send = vi.fn((question: string) => new Promise<string>((answer, fail) => waiting.push({ question, answer, fail })));
  return { asking: new Asking(send), send, waiting };
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

it('asks once nothing more is typed, about the latest only', async () => {
  const { asking, send, waiting } = slow();
  asking.ask('a');
  await pass(300);
  asking.ask('b');
  await pass(1_000);
  expect(send.mock.calls).toEqual([['b']]);
  waiting[0]!.answer('tốt');
  await pass(0);
  expect(asking.snapshot()).toEqual({ status: 'answered', question: 'b', answer: 'tốt' });
});

it('has one request on its way, and asks about what was typed meanwhile after it', async () => {
  const { asking, send, waiting } = slow();
  asking.ask('a');
  await pass(1_000);
  asking.ask('b');
  await pass(5_000);
  expect(send).toHaveBeenCalledTimes(1);
  waiting[0]!.answer('về a');
  await pass(0);
  expect(asking.snapshot()).toMatchObject({ status: 'waiting', question: 'a', answer: 'về a' });
  await pass(1_000);
  expect(send.mock.calls).toEqual([['a'], ['b']]);
});

it('asks again by itself where no answer came, and keeps what was answered before', async () => {
  const { asking, send, waiting } = slow();
  asking.ask('a');
  await pass(1_000);
  waiting[0]!.fail(new Unreachable());
  await pass(0);
  expect(asking.snapshot().status).toBe('failed');
  await pass(6_000);
  expect(send).toHaveBeenCalledTimes(2);
});

it('does not ask the same again that was refused, but what is typed next', async () => {
  const { asking, send, waiting } = slow();
  asking.ask('a');
  await pass(1_000);
  waiting[0]!.fail(new Problem(400));
  await pass(60_000);
  expect(send).toHaveBeenCalledTimes(1);
  asking.ask('b');
  await pass(1_000);
  expect(send).toHaveBeenCalledTimes(2);
});

it('says nothing of what was let go of while it was asked', async () => {
  const { asking, waiting } = slow();
  asking.ask('a');
  await pass(1_000);
  asking.rest();
  waiting[0]!.answer('muộn');
  await pass(0);
  expect(asking.snapshot()).toEqual({ status: 'still' });
});
