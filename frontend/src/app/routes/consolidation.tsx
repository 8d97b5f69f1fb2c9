import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Stack } from '@mantine/core';
import type { Consolidation } from '@/api/meeting-types';
import { QueryView } from '@/components/ui/query-view';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { ActPanel } from '@/features/approvals/act-panel';
import { caseQuery } from '@/features/approvals/queries';
import { Remarks } from '@/features/approvals/remarks';
import { Timeline } from '@/features/approvals/timeline';
import { ClosingMeaning } from '@/features/consolidations/closing-meaning';
import { useConsolidationDraft } from '@/features/consolidations/consolidation-draft';
import { ConsolidationView } from '@/features/consolidations/consolidation-view';
import { consolidationQuery } from '@/api/consolidations';
import { paths } from '@/app/paths';

const route = getRouteApi('/frame/consolidations/$id');

export function ConsolidationPage() {
  const { id } = route.useParams();
  const query = useQuery(consolidationQuery(id));
  return (
    <QueryView query={query} wholePage>
      {(consolidation) => <ConsolidationScreen key={consolidation.id} consolidation={consolidation} />}
    </QueryView>
  );
}

function ConsolidationScreen({ consolidation }: { consolidation: Consolidation }) {
  const { id } = consolidation;
  const navigate = useNavigate();
  const editing = useConsolidationDraft(consolidation);
  const { data: kase } = useQuery(caseQuery(id));
  return (
    <Stack>
      <ConsolidationView
        consolidation={consolidation}
        kase={kase}
        editing={editing}
        onSupplement={(made) => void navigate({ to: paths.consolidation, params: { id: made.id } })}
      />
      <Remarks caseId={id} places={[]} />
      <Timeline caseId={id} />
      {kase && !editing.changed && (
        <ActPanel
          kase={kase}
          digest={consolidation.digest}
          places={[]}
          meaning={{ consolidate: <ClosingMeaning consolidation={consolidation} /> }}
        />
      )}
      <UnsavedGuard active={editing.changed} onDrop={editing.discard} />
    </Stack>
  );
}
