import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { keys } from './keys';

/** One consolidation: its own screen, and the meeting that is about to present it. */
export const consolidationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.consolidation(id),
    queryFn: () => answer(client.GET('/api/v1/consolidations/{case_id}', { params: { path: { case_id: id } } })),
  });
