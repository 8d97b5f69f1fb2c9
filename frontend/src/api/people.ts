import { queryOptions, useQueries } from '@tanstack/react-query';
import { answer, client } from './client';
import type { InstructionPeople } from './instruction-types';
import { keys } from './keys';

/** The leaders, and the people of the unit where one is named. */
export const peopleQuery = (unit: string) =>
  queryOptions({
    queryKey: keys.instructionPeople(unit),
    queryFn: async () =>
      (await answer(client.GET('/api/v1/instruction-people', { params: { query: unit ? { unit } : {} } }))) as InstructionPeople,
  });

/** The people of these units, each once; of a class of units nobody. */
export function useStaff(units: readonly string[]): InstructionPeople['staff'] {
  const asked = units.filter((unit) => !unit.startsWith('class:')).map(peopleQuery);
  return useQueries({
    queries: asked,
    combine: (found) => [...new Map(found.flatMap(({ data }) => data?.staff ?? []).map((person) => [person.id, person])).values()],
  });
}
