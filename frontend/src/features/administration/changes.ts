import type { Entry } from '@/api/administration-types';
import { exactTime, plainDate } from '@/i18n/time';

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
  return typeof value === 'string' ? moment(value) : JSON.stringify(value);
}

/** A day or a moment as people write it; anything else as it is. */
function moment(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return plainDate(text);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) ? exactTime(text) : text;
}

/** What an entry is about, each once; an id says nothing to a reader. */
export function aboutOf({ about, person, unit }: Pick<Entry, 'about' | 'person' | 'unit'>): string[] {
  const names = [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(about) ? '' : moment(about), person ?? '', unit ?? ''];
  return [...new Set(names)].filter(Boolean);
}
