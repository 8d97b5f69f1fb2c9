import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { everyPage, pagedQuery } from '@/api/pages';

const EVERY_MINUTE = 60_000;

/** All consolidations, to choose from. */
export const everyConsolidationQuery = queryOptions({
  queryKey: [...keys.consolidations, 'every'],
  queryFn: () => everyPage(answer(client.GET('/api/v1/consolidations'))),
});

export const meetingsQuery = pagedQuery(keys.meetings, () => answer(client.GET('/api/v1/meetings')));

/** The rule by which the head of the office signs for the leadership. */
export const regulationQuery = queryOptions({
  queryKey: keys.regulation,
  queryFn: () => answer(client.GET('/api/v1/regulation')),
});

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: keys.meeting(id),
    queryFn: () => answer(client.GET('/api/v1/meetings/{meeting_id}', { params: { path: { meeting_id: id } } })),
  });

export const agendaQuery = (id: string) =>
  queryOptions({
    queryKey: keys.agenda(id),
    queryFn: () => answer(client.GET('/api/v1/meetings/{meeting_id}/agenda', { params: { path: { meeting_id: id } } })),
    // Nobody sends a hint about updates to those who only hear them: until the close the screen asks by itself.
    refetchInterval: ({ state }) => state.data?.closed_at === null && EVERY_MINUTE,
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
