/** Several cases sent back, each by an act of its own: each may have its own reason. */

import { IdempotencyKeys } from '@/api/idempotency';
import { Problem } from '@/api/problem';
import { sign } from '@/api/sign';
import type { ActName, Ground, Outcome } from '@/api/types';
import type { BulkCase } from './bulk-act';

/** Why a case is sent back, and what for, where that is to be stated. */
export interface OwnReason {
  comment: string;
  ground?: Ground;
}

export const NO_REASON: OwnReason = { comment: '' };

/** Acts that send back: what is said with them is the reason. */
export const sendsBack = (act: ActName) => act === 'return' || act === 'send-back';

/** Signs one case after the other; what was signed before an answer failed to come is answered again, and signed once. */
export class EachSigned {
  private readonly keys = new Map<string, IdempotencyKeys>();

  async sign(act: ActName, cases: readonly BulkCase[], why: Readonly<Record<string, OwnReason>>): Promise<Outcome[]> {
    const results: Outcome[] = [];
    for (const item of cases) results.push(await this.signOne(act, item, why[item.id] ?? NO_REASON));
    return results;
  }

  /** All were answered: the next click is a new one. */
  answered(): void {
    this.keys.clear();
  }

  private async signOne(act: ActName, { id, digest }: BulkCase, { comment, ground }: OwnReason): Promise<Outcome> {
    const body = { act, comment: comment.trim(), capacity: '' as const, ...(ground && { ground }) };
    const keys = this.keys.get(id) ?? new IdempotencyKeys();
    this.keys.set(id, keys);
    try {
      return { case: id, status: 201, signature: await sign(id, digest, body, keys.keyFor({ digest, body })), reasons: [] };
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 401) throw error;
      const said = error.reasons.length > 0 ? error.reasons : [{ code: error.code, text: error.message }];
      return { case: id, status: error.status, signature: null, reasons: said };
    }
  }
}
