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

const DECIDING = ['stop', 'reassign', 'occur', 'grant'] as const;
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

const given = (day: string) => day || null;

/** What of it each act asks for, beside the rows. */
const ASKED: Record<DecidingAct, (draft: TermsDraft) => Partial<TermsInput>> = {
  stop: (draft) => ({ decision: decisionOf(draft) }),
  reassign: (draft) => ({ decision: decisionOf(draft), unit: draft.unit, on: given(draft.on) }),
  occur: ({ text, number, date, on, confirmed }) => ({
    event: { text: text.trim(), number: number.trim(), date: given(date) },
    on: given(on),
    confirmed,
  }),
  grant: ({ on }) => ({ on: given(on) }),
};

const decisionOf = ({ number, date, evidence }: TermsDraft) => ({ number: number.trim(), date: given(date), evidence });

/** What the server takes of it: only what the act asks for. */
export function termsInput(act: DecidingAct, draft: TermsDraft): TermsInput {
  return { rows: draft.whole ? [] : draft.rows, unit: '', confirmed: false, ...ASKED[act](draft) };
}

/** Whether it still has to be said of which rows: naming none would mean the whole plan. */
export const rowsOpen = (act: DecidingAct, { whole, rows }: TermsDraft): boolean => act === 'stop' && !whole && rows.length === 0;
