import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { refreshLive, retryUnanswered } from '@/api/query-client';
import { sign } from '@/api/sign';
import type { ActInput, Case } from '@/api/types';
import { toast } from '@/components/ui/toast';
import { goesAlone, lookOfAct } from '@/components/case/act-looks';
import { IdempotencyKeys } from '@/api/idempotency';

/** Sign one act on the content whose digest the person saw. */
export function useAct({ id, kind }: Pick<Case, 'id' | 'kind'>, digest: string, onDone: () => void) {
  const { t } = useTranslation();
  const [keys] = useState(() => new IdempotencyKeys());
  return useMutation({
    mutationFn: (body: ActInput) => sign(id, digest, body, keys.keyFor({ digest, body })),
    retry: retryUnanswered,
    onSuccess: async (_, body) => {
      keys.answered();
      toast(t('act.done', { act: t(lookOfAct(body.act, goesAlone(kind)).label) }), { about: id });
      onDone();
      await refreshLive();
    },
    onError: (error) => {
      if (error instanceof Problem) keys.answered();
    },
  });
}
