import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import type { ActName, Previewed } from '@/api/types';
import type { BulkCase } from './bulk-act';

async function previewed(act: ActName, cases: readonly BulkCase[]): Promise<ReadonlyMap<string, Previewed>> {
  const body = { act, cases: cases.map(({ id, digest }) => ({ id, digest })) };
  const { results } = await answer(client.POST('/api/v1/acts/preview', { body }));
  return new Map((results as Previewed[]).map((one) => [one.case, one]));
}

const NOTHING: ReadonlyMap<string, Previewed> = new Map();

/** Which are chosen at first: those in which nothing asks for a look, all that were picked, or none. */
export type Preselection = 'quiet' | 'all' | 'none';

/**
 * The cases as they stand before the act, with what the server says against it, and which of them are chosen; of one alone that one.
 * What the server has not told of is not chosen.
 */
export function usePreview(act: ActName, cases: readonly BulkCase[], preselect: Preselection) {
  const [opened] = useState(() => new Date().toISOString());
  const ids = [opened, ...cases.map(({ id }) => id)];
  const query = useQuery({ queryKey: keys.preview(act, ids), queryFn: () => previewed(act, cases), staleTime: Infinity, gcTime: 0 });
  const found = query.data ?? NOTHING;
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const first = (id: string) => {
    const told = found.get(id);
    return cases.length === 1 || (told !== undefined && preselect !== 'none' && (preselect === 'all' || told.glimpse.quiet));
  };
  const chosen = new Set(cases.map(({ id }) => id).filter((id) => first(id) !== turned.has(id)));
  const toggle = (id: string) => setTurned((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  const judged = cases.map((item) => judgedCase(item, act, found.get(item.id)));
  return { query, found, chosen, toggle, judged };
}

/** The case with what the server says against the act now, where nobody has asked before. */
function judgedCase(item: BulkCase, act: ActName, told: Previewed | undefined): BulkCase {
  return item.acts || !told ? item : { ...item, acts: [{ act, reasons: told.reasons, grounds: told.grounds }] };
}
