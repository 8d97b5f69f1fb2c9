/** What waits, put in order: what holds others up first, then what is due first, then what waits longest. Pure. */

import type { InboxItem } from '@/api/types';
import { folded } from '@/i18n/folded';

export type Grouping = 'none' | 'kind' | 'unit' | 'month' | 'plan';
export const GROUPINGS: readonly Grouping[] = ['none', 'kind', 'unit', 'month', 'plan'];

/** What the list is narrowed to; empty: to nothing. */
export interface InboxChoice {
  by: Grouping;
  kind: string;
  unit: string;
  late: boolean;
  q: string;
}

export const EVERYTHING: InboxChoice = { by: 'none', kind: '', unit: '', late: false, q: '' };

/** How things are called on the screen, so that people find them by it. */
export interface Names {
  kind: (kind: string) => string;
  unit: (code: string) => string;
  period: (label: string) => string;
  /** What is reported in a period, which goes on with one consolidation. */
  reports: (label: string) => string;
}

/** What is reported on the plans of all: it goes on with the consolidation of its period. */
const REPORTED: readonly string[] = ['unit-report', 'monitoring-report', 'consolidation', 'update'];

const due = ({ due_at }: InboxItem) => (due_at ? Date.parse(due_at) : Infinity);

function byUrgency(a: InboxItem, b: InboxItem): number {
  const blocking = Number(b.holds_up !== '') - Number(a.holds_up !== '');
  if (blocking !== 0) return blocking;
  if (due(a) !== due(b)) return due(a) < due(b) ? -1 : 1;
  return a.since.localeCompare(b.since);
}

/** Whether it is past its moment. */
export const isLate = ({ due_at }: InboxItem, now: Date) => due_at !== null && Date.parse(due_at) < now.getTime();

/**
 * What asks for an act of mine, and what waits elsewhere: what goes on with its container asks for none. Where I asked something, the
 * answer is waited for elsewhere although the case waits for me.
 */
export function parted(waiting: readonly InboxItem[], elsewhere: readonly InboxItem[]): { mine: InboxItem[]; others: InboxItem[] } {
  const mine = waiting.filter(({ carried }) => !carried).sort(byUrgency);
  const known = new Set(waiting.map((item) => item.case));
  const carried = waiting.filter((item) => item.carried);
  const asked = elsewhere.filter((item) => item.questions.length > 0);
  const sent = elsewhere.filter((item) => !known.has(item.case) && !asked.includes(item));
  return { mine, others: [...asked, ...carried, ...sent] };
}

/** Those of them that are looked for. */
export function narrowed(items: readonly InboxItem[], choice: InboxChoice, names: Names, now: Date): InboxItem[] {
  const words = folded(choice.q).split(' ').filter(Boolean);
  return items.filter((item) => {
    if (choice.kind && item.kind !== choice.kind) return false;
    if (choice.unit && item.unit !== choice.unit) return false;
    if (choice.late && !isLate(item, now)) return false;
    const said = folded([item.title, names.unit(item.unit), names.kind(item.kind), names.period(item.period)].join(' '));
    return words.every((word) => said.includes(word));
  });
}

export interface InboxGroup {
  key: string;
  /** Empty where there is one group for all. */
  name: string;
  items: InboxItem[];
}

/** In groups, in the order of the most urgent of each. */
export function grouped(items: readonly InboxItem[], by: Grouping, names: Names): InboxGroup[] {
  const groups = new Map<string, InboxGroup>();
  for (const item of items) {
    const [key, name] = groupOf(item, by, names);
    const group = groups.get(key) ?? { key, name, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function groupOf(item: InboxItem, by: Grouping, names: Names): [string, string] {
  switch (by) {
    case 'kind':
      return [item.kind, names.kind(item.kind)];
    case 'unit':
      return [item.unit, names.unit(item.unit)];
    case 'month':
      return [item.period, names.period(item.period)];
    case 'plan':
      return planGroup(item, names);
    default:
      return ['', ''];
  }
}

/**
 * By plan: a plan with its supplements and what is asked of it; reports speak of many plans and stand by their period, as they are
 * consolidated; what is about neither, by its kind.
 */
function planGroup({ plan, kind, period }: InboxItem, names: Names): [string, string] {
  if (plan) return [plan.id, plan.title];
  return REPORTED.includes(kind) ? [`reports ${period}`, names.reports(period)] : [kind, names.kind(kind)];
}

/** What comes after those that were dealt with: the next one below the last of them, else the nearest above. */
export function nextAfter(order: readonly string[], dealt: readonly string[]): string | undefined {
  const gone = new Set(dealt);
  const last = Math.max(...dealt.map((id) => order.indexOf(id)));
  return order.slice(last + 1).find((id) => !gone.has(id)) ?? order.slice(0, last + 1).findLast((id) => !gone.has(id));
}
