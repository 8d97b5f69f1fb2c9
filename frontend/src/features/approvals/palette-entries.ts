import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { useUnitNames } from '@/api/reference';
import type { CaseKind } from '@/api/types';
import { screenOf } from '@/components/case/case-screens';
import { useOffered } from '@/components/ui/commands';
import { folded } from '@/i18n/folded';
import { elsewhereQuery, inboxQuery } from './queries';

export interface Screen {
  to: string;
  label: string;
}

export interface Entry {
  id: string;
  of: 'acts' | 'screens' | 'cases';
  label: string;
  run: () => void;
}

interface Findable {
  id: string;
  kind: CaseKind;
  title: string;
  unit: string | null;
}

const MOST = 8;
const PAUSE_MS = 250;
/** Fewer letters than that find everything. */
const FEWEST = 2;

const plansQuery = (q: string) => ({
  queryKey: keys.plansFound(`palette ${q}`),
  enabled: q.length >= FEWEST,
  queryFn: async () => (await answer(client.GET('/api/v1/plans', { params: { query: { q, page_size: MOST } } }))).results,
});

/** What waits, here and elsewhere, and the plans that the server finds. */
function useCases(q: string): Findable[] {
  const { data: waiting = [] } = useQuery(inboxQuery);
  const { data: elsewhere = [] } = useQuery(elsewhereQuery);
  const [asked] = useDebouncedValue(q.trim(), PAUSE_MS);
  const { data: plans = [] } = useQuery(plansQuery(asked));
  const listed = [...waiting, ...elsewhere].map((item) => ({ ...item, id: item.case }));
  const known = new Set(listed.map(({ id }) => id));
  return [...listed, ...plans.filter(({ id }) => !known.has(id))];
}

/** What is found by what was typed: acts of the screen, screens, cases; each word has to be in it, marks do not matter. */
export function useEntries(q: string, screens: readonly Screen[]): Entry[] {
  const navigate = useNavigate();
  const unitName = useUnitNames();
  const acts = useOffered();
  const cases = useCases(q);
  const entries: Entry[] = [
    ...acts.map(({ id, label, run }) => ({ id: `act ${id}`, of: 'acts' as const, label, run })),
    ...screens.map(({ to, label }) => ({ id: to, of: 'screens' as const, label, run: () => void navigate({ to }) })),
    ...cases.map(({ id, kind, title, unit }) => ({
      id,
      of: 'cases' as const,
      label: `${unitName(unit)}: ${title}`,
      run: () => void navigate({ to: screenOf(kind), params: { id } }),
    })),
  ];
  const words = folded(q).split(' ').filter(Boolean);
  const found = entries.filter(({ label }) => words.every((word) => folded(label).includes(word)));
  return (['acts', 'screens', 'cases'] as const).flatMap((of) =>
    found.filter((one) => one.of === of).slice(0, of === 'screens' ? undefined : MOST),
  );
}
