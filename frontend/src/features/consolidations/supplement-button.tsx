import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FilePlus2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { refreshLive } from '@/api/query-client';
import { useHolds } from '@/api/reference';
import type { Consolidation } from '@/api/meeting-types';
import { ProblemAlert } from '@/components/ui/problem-alert';

interface SupplementButtonProps {
  consolidation: Consolidation;
  onCreated: (made: Consolidation) => void;
}

/** What came late, or was corrected, is added to a signed consolidation by one of its own. */
export function SupplementButton({ consolidation, onCreated }: SupplementButtonProps) {
  const { t } = useTranslation();
  const holdsConsolidate = useHolds('consolidate');
  const create = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/consolidations', {
          body: { period: consolidation.period, supplement_of: consolidation.id },
        }),
      ),
    onSuccess: async (made) => {
      onCreated(made);
      await refreshLive();
    },
  });
  if (!holdsConsolidate || consolidation.state !== 'consolidated' || consolidation.supplement_of) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<FilePlus2 size={16} aria-hidden />}
        loading={create.isPending}
        onClick={() => create.mutate()}
      >
        {t('consolidation.supplement')}
      </Button>
      <ProblemAlert error={create.error} />
    </>
  );
}
