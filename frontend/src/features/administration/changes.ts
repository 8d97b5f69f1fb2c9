import type { Entry } from '@/api/administration-types';

/** One field of what an act of administration changed; empty: there was, or is, nothing. */
interface Change {
  field: string;
  before: string;
  after: string;
}

/** What an entry of the register says was and is, field by field, without what stayed. */
export function changesOf({ before, after }: Pick<Entry, 'before' | 'after'>): Change[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, before: said(before[field]), after: said(after[field]) }))
    .filter((change) => change.before !== change.after);
}

function said(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(said).join('; ');
  if (typeof value === 'object') return Object.values(value).map(said).filter(Boolean).join('; ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
