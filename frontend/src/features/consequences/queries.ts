import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';

/** What was decided in a year or school year. */
export const consequencesQuery = (year: string) =>
  queryOptions({
    queryKey: keys.consequences(year),
    queryFn: () => answer(client.GET('/api/v1/consequences', { params: { query: { year } } })),
    enabled: year !== '',
  });
