import type { Reorganization, ReorganizationInput } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { pagedQuery, type Page } from '@/api/pages';
import { queryClient, refreshLive } from '@/api/query-client';

export const reorganizationsQuery = pagedQuery(
  keys.reorganizations,
  () => answer(client.GET('/api/v1/reorganizations')) as Promise<Page<Reorganization>>,
);

export const enterReorganization = (body: ReorganizationInput) => answer(client.POST('/api/v1/reorganizations', { body }));

const at = (id: string) => ({ path: { reorganization: id } });

/** Where plans of a unit go that is split: plan -> code of a unit. */
export const placePlans = (id: string, parts: Readonly<Record<string, string>>) =>
  answer(
    client.PUT('/api/v1/reorganizations/{reorganization}/parts', {
      params: at(id),
      body: { parts: Object.entries(parts).map(([plan, unit]) => ({ plan, unit })) },
    }),
  );

export const confirmReorganization = (id: string, key: string) =>
  answer(
    client.POST('/api/v1/reorganizations/{reorganization}/confirm', {
      params: { ...at(id), header: { 'Idempotency-Key': key } },
    }),
  );

/** The leadership declines it with a reason, who keeps units withdraws it. */
export const closeReorganization = (id: string, reason: string) =>
  answer(client.POST('/api/v1/reorganizations/{reorganization}/close', { params: at(id), body: { reason } }));

/** A unit that ended changes what every screen knows of units, posts and cases. */
export async function refreshReorganizations(): Promise<void> {
  const stale = [['administration'], keys.units, keys.me, ['people']];
  await Promise.all([refreshLive(), ...stale.map((queryKey) => queryClient.invalidateQueries({ queryKey }))]);
}
