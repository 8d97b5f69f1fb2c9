import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryView } from '../../components/query-view';
import { ActPanel } from '../../features/approvals/act-panel';
import { caseQuery } from '../../features/approvals/queries';
import { Remarks } from '../../features/approvals/remarks';
import { Timeline } from '../../features/approvals/timeline';
import { ConsolidationView } from '../../features/meetings/consolidation-view';
import { consolidationQuery } from '../../features/meetings/queries';

const route = getRouteApi('/frame/consolidations/$id');

export function ConsolidationPage() {
  const { id } = route.useParams();
  const query = useQuery(consolidationQuery(id));
  const { data: kase } = useQuery(caseQuery(id));
  return (
    <QueryView query={query} wholePage>
      {(consolidation) => (
        <Stack>
          <ConsolidationView consolidation={consolidation} kase={kase} />
          <Remarks caseId={id} places={[]} />
          <Timeline caseId={id} />
          {kase && <ActPanel kase={kase} digest={consolidation.digest} places={[]} />}
        </Stack>
      )}
    </QueryView>
  );
}
