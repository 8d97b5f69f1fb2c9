import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, client } from './client';
import { keys } from './keys';
import { everyPage } from './pages';
import type { Me } from './types';

const HOUR = 3_600_000;

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: () => answer(client.GET('/api/v1/me')),
  staleTime: 60_000,
});

export const unitsQuery = queryOptions({
  queryKey: keys.units,
  queryFn: () => everyPage(answer(client.GET('/api/v1/units'))),
  staleTime: HOUR,
});

export const periodsQuery = queryOptions({
  queryKey: keys.periods,
  queryFn: () => everyPage(answer(client.GET('/api/v1/periods'))),
  staleTime: HOUR,
});

/** Whether the server says that this person holds a permission on some unit. */
export function useHolds(permission: keyof Me['permissions']): boolean {
  const { data: me } = useQuery(meQuery);
  return (me?.permissions[permission].length ?? 0) > 0;
}

/** A function from a unit's code to its name; the code itself while names are loading. */
export function useUnitNames(): (code: string | null | undefined) => string {
  const { data: units } = useQuery(unitsQuery);
  return (code) => (code ? (units?.find((unit) => unit.code === code)?.name ?? code) : '');
}
