import { useMutation } from '@tanstack/react-query';
import { answer, client, seen } from '@/api/client';
import { keys } from '@/api/keys';
import { queryClient, refreshLive } from '@/api/query-client';
import type { Consolidation, ConsolidationChanges } from '@/api/meeting-types';

/** Change an open consolidation whose content the person has seen. */
export function useChange({ id, digest }: Consolidation, onDone: () => void) {
  return useMutation({
    mutationFn: (body: ConsolidationChanges) =>
      answer(
        client.PATCH('/api/v1/consolidations/{case_id}', {
          params: { path: { case_id: id }, header: seen(digest) },
          body,
        }),
      ),
    onSuccess: async (saved) => {
      queryClient.setQueryData(keys.consolidation(id), saved);
      onDone();
      await refreshLive();
    },
  });
}
