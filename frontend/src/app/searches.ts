import type { CaseState } from '@/api/types';
import { ROAD } from '@/components/case/case-states';
import { paths } from './paths';

/** What stands behind the question mark of an address, unread. */
export type Search = Record<string, unknown>;

/** A text, or a number as one; nothing for anything else. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined;
}

/** An address inside this interface, or the inbox. */
function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?!\/)/.test(next) ? next : paths.inbox;
}

/** Where to go after the login. */
export function loginSearch(search: Search): { next?: string } {
  return search.next === undefined ? {} : { next: safeNext(search.next) };
}

interface PlansSearch {
  state?: CaseState;
  unit?: string;
  period?: string;
  q?: string;
}

/** What the list of plans is filtered by. */
export function plansSearch(search: Search): PlansSearch {
  return {
    state: ROAD.find((state) => state === search.state),
    unit: text(search.unit),
    period: text(search.period),
    q: text(search.q),
  };
}
