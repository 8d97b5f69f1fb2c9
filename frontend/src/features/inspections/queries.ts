import { queryOptions } from '@tanstack/react-query';
import type { Inspection, InspectionInput, KeptPerson, Visit } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { everyPage, pagedQuery, type Page } from '@/api/pages';
import { queryClient } from '@/api/query-client';

export const inspectionsQuery = pagedQuery(keys.inspections, () => answer(client.GET('/api/v1/inspections')) as Promise<Page<Inspection>>);

/** Everybody who is active, of whom members are chosen. */
export const guestsQuery = queryOptions({
  queryKey: keys.guests,
  queryFn: () =>
    everyPage(answer(client.GET('/api/v1/people', { params: { query: { active: true, page_size: 200 } } })) as Promise<Page<KeptPerson>>),
});

/** The plans of which some are named. */
export const plansQuery = pagedQuery(keys.plans({}), () => answer(client.GET('/api/v1/plans', { params: { query: {} } })));

export const visitsQuery = (id: string) =>
  pagedQuery(
    keys.visits(id),
    () => answer(client.GET('/api/v1/inspections/{inspection}/visits', { params: { path: { inspection: id } } })) as Promise<Page<Visit>>,
  );

export const enterInspection = (body: InspectionInput) => answer(client.POST('/api/v1/inspections', { body }));

const at = (id: string) => ({ path: { inspection: id } });

export const namePlans = (id: string, plans: string[]) =>
  answer(client.PUT('/api/v1/inspections/{inspection}/plans', { params: at(id), body: { plans } }));

export const endInspection = (id: string) => answer(client.POST('/api/v1/inspections/{inspection}/end', { params: at(id) }));

export const refreshInspections = () => queryClient.invalidateQueries({ queryKey: ['administration'] });
