/** What a person reads of the difference between two submissions. Pure: words come from the screen. */

import { MARKED } from '@/api/fields';
import type { Difference } from '@/api/types';

type FieldChange = Difference['head'][number];
type ThingChange = Difference['things'][number];

/** A field as people read it, in the order in which they do: its label. What follows from others, or is only reckoned, is none. */
const FIELDS = {
  title: 'plan.title',
  number: 'row.number',
  kind: 'row.kind',
  section: 'row.section',
  text: 'row.text',
  leads: 'row.leads',
  lead_text: 'row.leads',
  coordinating: 'row.coordinating',
  coordinating_text: 'row.coordinating',
  due_text: 'row.due_text',
  product: 'row.product',
  person: 'row.person',
  authority: 'row.authority',
  note: 'row.note',
  done: 'report.outcome',
  completed_on: 'report.completed_on',
  result: 'report.result',
  value: 'report.number',
  evidence: 'evidence.label',
  cause: 'report.cause',
  remedy: 'report.remedy',
  expected_on: 'report.expected_on',
  promised_on: 'report.promised_on',
} as const;

export type ComparedField = keyof typeof FIELDS;
export type ComparedLabel = (typeof FIELDS)[ComparedField];

export interface Compared {
  field: ComparedField;
  label: ComparedLabel;
  was: unknown;
  now: unknown;
}

export interface ComparedThing extends Pick<ThingChange, 'list' | 'name' | 'change' | 'beyond' | 'reason'> {
  /** What people call it: its number and its text. */
  called: string;
  fields: Compared[];
}

/** Above the rows: no remark on a row is on it. */
const OF_HEAD: readonly ComparedField[] = ['title'];
/** Fields of which a text can be proposed as it is to stand there. */
const TEXTS: readonly string[] = ['text', 'due_text', 'product', 'person', 'authority', 'note', 'result', 'cause', 'remedy'];

/** The fields of a case's rows that a remark can be on, as the server says, each label once. */
export function markedFields(kind: string): readonly ComparedField[] {
  const marked: readonly string[] = isMarked(kind) ? MARKED[kind] : [];
  const fields = (Object.keys(FIELDS) as ComparedField[]).filter((field) => marked.includes(field) && !OF_HEAD.includes(field));
  return fields.filter((field, at) => fields.findIndex((other) => FIELDS[other] === FIELDS[field]) === at);
}

const isMarked = (kind: string): kind is keyof typeof MARKED => kind in MARKED;

export const isProposable = (field: string) => TEXTS.includes(field);

/** How people call a field; none: it is not one that people read. */
export const labelOf = (field: string): ComparedLabel | undefined => (isRead(field) ? FIELDS[field] : undefined);

const isRead = (field: string): field is ComparedField => field in FIELDS;

const comparedFields = (fields: readonly FieldChange[]): Compared[] =>
  fields.flatMap(({ field, was, now }) => (isRead(field) ? [{ field, label: FIELDS[field], was, now }] : []));

export interface ComparedContent {
  head: Compared[];
  things: ComparedThing[];
  reordered: boolean;
  /** How many things say the same to a reader. */
  kept: number;
}

/** What a reader has to look at; what only follows from it, or is only reckoned, is not spoken of. */
export function compared(found: Difference): ComparedContent {
  const things = found.things.flatMap(thingRead);
  const silent = found.things.filter(({ change, fields }) => change === 'changed' && comparedFields(fields).length === 0);
  return { head: comparedFields(found.head), things, reordered: found.reordered.length > 0, kept: found.kept + silent.length };
}

function thingRead({ list, name, change, said, fields, beyond, reason }: ThingChange): ComparedThing[] {
  const read = comparedFields(fields);
  const { number, text, title } = said as Record<string, unknown>;
  const words = [text, title].find((one) => typeof one === 'string' && one !== '');
  if (words === undefined || (change === 'changed' && read.length === 0)) return [];
  return [{ list, name, change, beyond, reason, called: [number, words].filter(Boolean).join('. '), fields: read }];
}
