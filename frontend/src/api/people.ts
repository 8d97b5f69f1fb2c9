import { queryOptions, useQueries } from '@tanstack/react-query';
import { answer, client } from './client';
import { keys } from './keys';
import type { components } from './schema';
import type { Complete } from './types';

export type People = Complete<components['schemas']['PeopleOutput']>;
/** Somebody, and the post held. */
export type Person = People['staff'][number];

/** The leaders, and the people of a unit where one is named. */
export const peopleQuery = (unit: string) =>
  queryOptions({
    queryKey: keys.people(unit),
    queryFn: async () => (await answer(client.GET('/api/v1/instruction-people', { params: { query: unit ? { unit } : {} } }))) as People,
  });

/** The people of these units, each once; of a class of units nobody. */
export function useStaff(units: readonly string[]): readonly Person[] {
  const asked = units.filter((unit) => !unit.startsWith('class:')).map(peopleQuery);
  return useQueries({
    queries: asked,
    combine: (found) => [...new Map(found.flatMap(({ data }) => data?.staff ?? []).map((person) => [person.id, person])).values()],
  });
}
