import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/api/idempotency';
import { Problem } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import type { UpdateInput } from '@/api/report-types';
import { sign } from '@/api/sign';
import { toast } from '@/components/ui/toast';
import { beginUpdate } from './queries';

interface Begin {
  input: UpdateInput;
  /** Submit it in the same go; else it stays a draft. */
  submits: boolean;
}

/** Begin an update of a row. Where it cannot be submitted the draft stays, and its screen opens, which says why. */
export function useBeginUpdate(row: string, onBegun: () => void) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ input, submits }: Begin) => {
      const { id, digest } = await beginUpdate(row, input);
      if (!submits) return { id, stands: 'draft' as const };
      const submitted = sign(id, digest, { act: 'submit', comment: '', capacity: '' }, newKey());
      return { id, stands: await submitted.then(() => 'submitted' as const).catch(() => 'refused' as const) };
    },
    onSuccess: async ({ id, stands }) => {
      toast(t(`update.begun.${stands}`));
      // The form goes first: what was typed into it is saved, and must not be asked about on the way.
      flushSync(onBegun);
      if (stands === 'refused') void navigate({ to: '/updates/$id', params: { id } });
      await refreshLive();
    },
  });
}

/** The update of the row that somebody has begun already, where that is why another one was refused. */
export function begunAlready(error: unknown): string | undefined {
  if (!(error instanceof Problem)) return undefined;
  return error.reasons.find(({ code }) => code === 'update-open')?.row;
}
