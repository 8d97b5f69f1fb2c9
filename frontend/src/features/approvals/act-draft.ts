import type { ActInput, ActName, Ground } from '@/api/types';
import { issuedInput, type IssuedDraft } from './register-fields';
import type { RemarkDraft } from './remark-fields';
import { decides, NO_TERMS, termsInput, type TermsDraft } from './terms';

/** What is said with an act, while it is typed. */
export interface ActDraft {
  comment: string;
  remarks: RemarkDraft[];
  issued?: IssuedDraft;
  /** YYYY-MM-DD, or an empty string. */
  until: string;
  ground?: Ground;
  terms: TermsDraft;
}

export const NOTHING_SAID: ActDraft = { comment: '', remarks: [], until: '', terms: NO_TERMS };

/**
 * What the server takes of it: only what the act asks for.
 *
 * @param opens Whether it opens a closed period.
 */
export function actInput(act: ActName, draft: ActDraft, opens: boolean): ActInput {
  const { comment, remarks, issued, until, ground, terms } = draft;
  const body: ActInput = { act, comment: comment.trim(), capacity: '' };
  if (remarks.length > 0) body.remarks = remarks;
  if (issued) body.issued = issuedInput(issued);
  if (opens) body.until = until || null;
  if (ground) body.ground = ground;
  if (decides(act)) body.terms = termsInput(act, terms);
  return body;
}
