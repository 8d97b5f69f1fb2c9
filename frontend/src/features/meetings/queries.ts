import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../api/client';
import { keys } from '../../api/keys';
import { everyPage, pagedQuery } from '../../api/pages';
import type { CaseState } from '../../api/types';

export const consolidationsQuery = pagedQuery(keys.consolidations, () => answer(client.GET('/api/v1/consolidations')));

export const consolidationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.consolidation(id),
    queryFn: () => answer(client.GET('/api/v1/consolidations/{case_id}', { params: { path: { case_id: id } } })),
  });

/** All consolidations, to choose from. */
export const everyConsolidationQuery = queryOptions({
  queryKey: [...keys.consolidations, 'every'],
  queryFn: () => everyPage(answer(client.GET('/api/v1/consolidations'))),
});

export const meetingsQuery = pagedQuery(keys.meetings, () => answer(client.GET('/api/v1/meetings')));

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: keys.meeting(id),
    queryFn: () => answer(client.GET('/api/v1/meetings/{meeting_id}', { params: { path: { meeting_id: id } } })),
  });

export const agendaQuery = (id: string) =>
  queryOptions({
    queryKey: keys.agenda(id),
    queryFn: () => answer(client.GET('/api/v1/meetings/{meeting_id}/agenda', { params: { path: { meeting_id: id } } })),
  });

/** What the heads should know before the meeting; `unit` empty: of all units that the person sees. */
export const slipsQuery = (id: string, unit: string) =>
  queryOptions({
    queryKey: keys.slips(id, unit),
    queryFn: () =>
      answer(
        client.GET('/api/v1/meetings/{meeting_id}/slips', {
          params: { path: { meeting_id: id }, query: unit ? { unit } : {} },
        }),
      ),
  });

/** All plans of one period and state: what may go into a consolidation. */
export const everyPlanQuery = (state: CaseState, period: string) =>
  queryOptions({
    queryKey: [...keys.plans({ state, period }), 'every'],
    queryFn: () => everyPage(answer(client.GET('/api/v1/plans', { params: { query: { state, period } } }))),
  });
