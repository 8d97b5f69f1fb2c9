import type { ActName, TermsInput } from '@/api/types';

/** What an act decides of rows, while it is typed; days are YYYY-MM-DD, or an empty string. */
export interface TermsDraft {
  /** Ids of rows. */
  rows: string[];
  /** Of all that there are, without naming them. */
  whole: boolean;
  number: string;
  date: string;
  evidence: string;
  text: string;
  unit: string;
  on: string;
  confirmed: boolean;
}

export const NO_TERMS: TermsDraft = {
  rows: [],
  whole: false,
  number: '',
  date: '',
  evidence: '',
  text: '',
  unit: '',
  on: '',
  confirmed: false,
};

const DECIDING = ['stop', 'reassign', 'occur'] as const;
export type DecidingAct = (typeof DECIDING)[number];

/** Whether an act decides something of rows. */
export const decides = (act: ActName): act is DecidingAct => DECIDING.some((one) => one === act);

/** Fields that show their reasons themselves. */
export const TERMS_FIELDS = [
  'terms.rows',
  'terms.decision.number',
  'terms.decision.date',
  'terms.decision.evidence',
  'terms.event.number',
  'terms.event.date',
  'terms.event.text',
  'terms.unit',
  'terms.on',
  'terms.confirmed',
];

/** What the server takes of it: only what the act asks for. */
export function termsInput(act: DecidingAct, draft: TermsDraft): TermsInput {
  const rows = draft.whole ? [] : draft.rows;
  const said: TermsInput = { rows, unit: '', confirmed: false };
  if (act === 'occur') {
    const event = { text: draft.text.trim(), number: draft.number.trim(), date: draft.date || null };
    return { ...said, event, on: draft.on || null, confirmed: draft.confirmed };
  }
  const decision = { number: draft.number.trim(), date: draft.date || null, evidence: draft.evidence };
  if (act === 'stop') return { ...said, decision };
  return { ...said, decision, unit: draft.unit, on: draft.on || null };
}

/** Whether it still has to be said of which rows: naming none would mean the whole plan. */
export const rowsOpen = (act: DecidingAct, { whole, rows }: TermsDraft): boolean => act === 'stop' && !whole && rows.length === 0;
