import { answer, client, seen } from './client';
import type { ActInput } from './types';

/** Sign one act on the content whose digest the person saw; `key` makes it one signature, however often it is sent. */
export const sign = (caseId: string, digest: string, body: ActInput, key: string) =>
  answer(
    client.POST('/api/v1/cases/{case_id}/acts', {
      params: { path: { case_id: caseId }, header: { ...seen(digest), 'Idempotency-Key': key } },
      body,
    }),
  );
