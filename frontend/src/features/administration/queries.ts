import { queryOptions } from '@tanstack/react-query';
import type { Entry, EntryAct, KeptLine, KeptPerson, StandIn, UnitRights, WholeInstitution } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { pagedQuery, type Page } from '@/api/pages';
import { queryClient } from '@/api/query-client';

/** How the list of people is narrowed. */
export interface PeopleAsked {
  unit?: string;
  active?: boolean;
}

/** How the register is narrowed. */
export interface RegisterAsked {
  act?: EntryAct;
  unit?: string;
  day?: string;
}

export const setupQuery = queryOptions({
  queryKey: keys.setup,
  queryFn: () => answer(client.GET('/api/v1/setup', { params: { query: {} } })),
});

export const institutionQuery = queryOptions({
  queryKey: keys.institution,
  queryFn: async () => (await answer(client.GET('/api/v1/institution'))) as WholeInstitution,
});

export const everybodyQuery = (asked: PeopleAsked) =>
  pagedQuery(keys.everybody(asked), () => answer(client.GET('/api/v1/people', { params: { query: asked } })) as Promise<Page<KeptPerson>>);

export const registerQuery = (asked: RegisterAsked) =>
  pagedQuery(keys.register(asked), () => answer(client.GET('/api/v1/register', { params: { query: asked } })) as Promise<Page<Entry>>);

export const standInsQuery = (asked: { running?: boolean }) =>
  pagedQuery(keys.standIns(asked), () => answer(client.GET('/api/v1/stand-ins', { params: { query: asked } })) as Promise<Page<StandIn>>);

/** Who is there, a line for each post, as lists have them. */
export const peopleLinesQuery = queryOptions({
  queryKey: keys.peopleLines,
  queryFn: async () => {
    const lines = await answer(client.GET('/api/v1/people-lists', { params: { query: { lines: true } } }));
    return (lines as { lines: KeptLine[] }).lines;
  },
});

export const barredQuery = (person: string, unit: string) =>
  queryOptions({
    queryKey: keys.barred(person, unit),
    queryFn: () => answer(client.GET('/api/v1/people/{person}/barred', { params: { path: { person }, query: { unit } } })),
  });

export const rightsQuery = queryOptions({
  queryKey: keys.rights,
  queryFn: async () => ((await answer(client.GET('/api/v1/rights', { params: { query: {} } }))) as Page<UnitRights>).results,
});

/** What administration changes is asked anew, also what other screens know of units, people and the reader's own posts. */
export async function refreshAdministration(): Promise<void> {
  const stale = [['administration'], keys.units, keys.me, ['people']];
  await Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
