import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { ListedCase } from '@/api/types';
import { lookOf } from '@/components/case/case-states';
import { screenOf } from '@/components/case/case-screens';
import { useOffered } from '@/components/ui/commands';
import { folded } from '@/i18n/folded';
import { casesFoundQuery, elsewhereQuery, inboxQuery } from './queries';

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

const MOST = 8;
const PAUSE_MS = 250;

interface Cases {
  /** What waits, here and elsewhere. */
  listed: Called[];
  /** What the server finds among all that the person sees. */
  found: Called[];
}

type Called = Pick<ListedCase, 'id' | 'kind' | 'title' | 'unit' | 'state'>;

function useCases(q: string): Cases {
  const { data: waiting = [] } = useQuery(inboxQuery);
  const { data: elsewhere = [] } = useQuery(elsewhereQuery);
  const [asked] = useDebouncedValue(q.trim(), PAUSE_MS);
  const { data: found = [] } = useQuery(casesFoundQuery(asked));
  return { listed: [...waiting, ...elsewhere].map((item) => ({ ...item, id: item.case })), found: asked === q.trim() ? found : [] };
}

/** What is found by what was typed: acts of the screen, screens, cases; each word has to be in it, marks do not matter. */
export function useEntries(q: string, screens: readonly Screen[]): Entry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const unitName = useUnitNames();
  const acts = useOffered();
  const { listed, found } = useCases(q);
  const caseEntry = ({ id, kind, title, unit, state }: Called): Entry => ({
    id,
    of: 'cases',
    label: `${unitName(unit)}: ${title} · ${t(lookOf(state, kind).label)}`,
    run: () => void navigate({ to: screenOf(kind), params: { id } }),
  });
  const words = folded(q).split(' ').filter(Boolean);
  const isMeant = ({ label }: Entry) => words.every((word) => folded(label).includes(word));
  const doing = acts.map(({ id, label, run }): Entry => ({ id: `act ${id}`, of: 'acts', label, run }));
  const going = screens.map(({ to, label }): Entry => ({ id: to, of: 'screens', label, run: () => void navigate({ to }) }));
  const waiting = listed.map(caseEntry).filter(isMeant).slice(0, MOST);
  const known = new Set(waiting.map(({ id }) => id));
  const others = found.filter(({ id }) => !known.has(id)).map(caseEntry);
  return [...doing.filter(isMeant).slice(0, MOST), ...going.filter(isMeant), ...waiting, ...others];
}
