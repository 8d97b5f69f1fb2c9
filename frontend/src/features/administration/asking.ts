/** Asks again and again about what is typed: after a pause, one request at a time, about the latest only. */

import { Problem } from '@/api/problem';

export interface Asked<Question, Answer> {
  /** Nothing to ask; not asked yet; on its way; answered; no answer came, and none may come to the same question. */
  status: 'still' | 'waiting' | 'asking' | 'answered' | 'failed';
  /** What the last answer was to. */
  question?: Question;
  answer?: Answer;
  error?: Error;
}

const PAUSE = 700;
const RETRY = 5_000;

export class Asking<Question, Answer> {
  private state: Asked<Question, Answer> = { status: 'still' };
  private wanted: Question | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private inFlight = false;
  private listeners = new Set<() => void>();

  constructor(private send: (question: Question) => Promise<Answer>) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = () => this.state;

  ask = (question: Question) => {
    this.wanted = question;
    this.show({ ...this.state, status: this.inFlight ? 'asking' : 'waiting' });
    this.later(PAUSE);
  };

  /** Something was asked another way, and answered. */
  tell = (question: Question, answer: Answer) => {
    this.forget();
    this.show({ status: 'answered', question, answer });
  };

  /** There is nothing to ask. */
  rest = () => {
    this.forget();
    this.show({ status: 'still' });
  };

  /** Asks at once. */
  now = () => {
    if (this.wanted !== undefined) void this.go();
  };

  forget = () => {
    clearTimeout(this.timer);
    this.wanted = undefined;
  };

  private later(milliseconds: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.go(), milliseconds);
  }

  private async go(): Promise<void> {
    clearTimeout(this.timer);
    const question = this.wanted;
    if (this.inFlight || question === undefined) return;
    this.inFlight = true;
    this.show({ ...this.state, status: 'asking' });
    try {
      const answer = await this.send(question);
      this.inFlight = false;
      this.answered(question, answer);
    } catch (error) {
      this.inFlight = false;
      this.failed(question, error as Error);
    }
  }

  /** An answer to what was asked before is worth something, too; what was let go of meanwhile is not spoken of. */
  private answered(question: Question, answer: Answer) {
    if (this.wanted === undefined) return;
    if (this.wanted === question) {
      this.wanted = undefined;
      this.show({ status: 'answered', question, answer });
      return;
    }
    this.show({ status: 'waiting', question, answer });
    this.later(PAUSE);
  }

  private failed(question: Question, error: Error) {
    if (this.wanted === undefined) return;
    this.show({ ...this.state, status: 'failed', error });
    if (this.wanted !== question) this.later(PAUSE);
    else if (!(error instanceof Problem) || error.status >= 500 || error.status === 429) this.later(RETRY);
  }

  private show(state: Asked<Question, Answer>) {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}
