import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';

export const acknowledgementsQuery = (plan: string) =>
  queryOptions({
    queryKey: keys.acknowledgements(plan),
    queryFn: () => answer(client.GET('/api/v1/plans/{case_id}/acknowledgements', { params: { path: { case_id: plan } } })),
  });
