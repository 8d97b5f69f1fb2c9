import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryView } from '@/components/ui/query-view';
import { ActPanel } from '@/features/approvals/act-panel';
import { caseQuery } from '@/features/approvals/queries';
import { Remarks } from '@/features/approvals/remarks';
import { Timeline } from '@/features/approvals/timeline';
import { HandoverView } from '@/features/handovers/handover-view';
import { handoverQuery, type Handover } from '@/features/handovers/queries';

const route = getRouteApi('/frame/handovers/$id');

export function HandoverPage() {
  const { id } = route.useParams();
  const query = useQuery(handoverQuery(id));
  return (
    <QueryView query={query} wholePage>
      {(item) => <HandoverScreen key={item.id} item={item} />}
    </QueryView>
  );
}

function HandoverScreen({ item }: { item: Handover }) {
  const { data: kase } = useQuery(caseQuery(item.id));
  return (
    <Stack maw={900}>
      <HandoverView item={item} />
      <Remarks caseId={item.id} places={[]} />
      <Timeline caseId={item.id} />
      {kase && <ActPanel kase={kase} digest={item.digest} places={[]} />}
    </Stack>
  );
}
