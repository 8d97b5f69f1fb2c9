/** What one person typed into one form, kept in the browser until it is sent or let go. */

import { dropDraft, findDraft, keepDraft, openDraft, type Dated } from './kept';

const KEEPING = 150;

interface Stored<Value> extends Dated {
  value: Value;
  /** What the form began with when it was typed. */
  begun: Value;
}

export interface Found<Value> {
  value: Value;
  at: Date;
  /** Whether what was typed over has become something else meanwhile. */
  overtaken: boolean;
}

export class KeptForm<Value> {
  private last: string;
  private latest: Value;
  private keeping: ReturnType<typeof setTimeout> | undefined;

  /** @param key Nothing: it is not kept. */
  constructor(
    private key: string | undefined,
    readonly begun: Value,
  ) {
    if (key) openDraft(key);
    this.last = said(begun);
    this.latest = begun;
  }

  /** What was typed before; nothing where somebody has begun to type again. */
  async find(): Promise<Found<Value> | undefined> {
    if (!this.key) return undefined;
    const stored = await findDraft<Stored<Value>>(this.key).catch(() => undefined); // some browsers keep nothing
    const { begun } = this;
    if (!stored || this.last !== said(begun)) return undefined;
    const value = carried(stored, begun);
    if (said(value) === said(begun)) {
      this.drop();
      return undefined;
    }
    this.last = said(value);
    this.latest = value;
    return { value, at: new Date(stored.at), overtaken: isOvertaken(stored, begun) };
  }

  typed(value: Value): void {
    const now = said(value);
    if (now === this.last) return;
    this.last = now;
    this.latest = value;
    clearTimeout(this.keeping);
    this.keeping = setTimeout(this.flush, KEEPING);
  }

  /** Keeps at once what waits for a pause. */
  flush = (): void => {
    if (this.keeping === undefined || !this.key) return;
    this.stop();
    const { key, begun, latest } = this;
    if (this.last === said(begun)) this.drop();
    else void keepDraft(key, { value: withoutFiles(latest), begun, at: Date.now() }).catch(() => undefined);
  };

  /** It was sent, or is let go. */
  drop = (): void => {
    this.stop();
    if (this.key) void dropDraft(this.key).catch(() => undefined);
  };

  private stop() {
    clearTimeout(this.keeping);
    this.keeping = undefined;
  }
}

const said = (value: unknown): string => JSON.stringify(value) ?? '';

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const differ = (one: unknown, other: unknown) => said(one) !== said(other);

/** What was typed, over what the form begins with now: a field that nobody typed in is as it is now. */
function carried<Value>({ value, begun }: Stored<Value>, now: Value): Value {
  if (!isFields(value) || !isFields(begun) || !isFields(now)) return value;
  const typed = Object.entries(value).filter(([field]) => differ(value[field], (begun as Fields)[field]));
  return { ...now, ...Object.fromEntries(typed) };
}

function isOvertaken<Value>({ value, begun }: Stored<Value>, now: Value): boolean {
  if (!isFields(value) || !isFields(begun) || !isFields(now)) return differ(begun, now);
  const [was, is]: Fields[] = [begun, now];
  return Object.keys(value).some((field) => differ(value[field], was![field]) && differ(was![field], is![field]));
}

/** A file never stays in the browser: it has to be chosen again. */
function withoutFiles<Value>(value: Value): Value {
  if (value instanceof Blob) return undefined as Value;
  if (Array.isArray(value)) return value.map(withoutFiles) as Value;
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, withoutFiles(one)])) as Value;
}
