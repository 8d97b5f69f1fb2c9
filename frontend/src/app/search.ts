import type { CaseState } from '@/api/types';
import { paths } from './paths';

/** An address inside this interface, or the inbox. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?!\/)/.test(next) ? next : paths.inbox;
}

export interface PlansSearch {
  state?: CaseState;
  unit?: string;
  period?: string;
  q?: string;
}

/** What an address asks for, as text; nothing where it is empty. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined;
