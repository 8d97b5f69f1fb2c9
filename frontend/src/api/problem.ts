import type { Reason } from './types';

/** A refusal by the server (RFC 9457), in the language that was asked for. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly reasons: Reason[];

  constructor(status: number, body: Partial<Problem> = {}) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? '';
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.reasons = Array.isArray(body.reasons) ? body.reasons : [];
  }
}

/** The request may or may not have reached the server: no answer came back. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable');
  }
}

/** Whether somebody changed meanwhile what was seen: nothing was written, what was typed is still here. */
export function isStale(error: unknown): boolean {
  return error instanceof Problem && error.status === 412;
}

/** The problem of a failed answer; one without a problem document has only its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.includes('json')) return new Problem(response.status);
  try {
    return new Problem(response.status, (await response.json()) as Partial<Problem>);
  } catch {
    return new Problem(response.status);
  }
}

/**
 * The reasons that a form shows at one field, by the field's JSON name; those that name a row only where the whole form is about
 * that one row (`ofRow`: true, or its id among others).
 */
export function reasonsAt(error: unknown, field: string, ofRow: boolean | string = false): string | undefined {
  if (!(error instanceof Problem)) return undefined;
  const here = (row: string | undefined) => (typeof ofRow === 'string' ? row === ofRow : ofRow || !row);
  const texts = error.reasons.filter((reason) => reason.field === field && here(reason.row)).map((reason) => reason.text);
  return texts.length > 0 ? texts.join(' ') : undefined;
}
