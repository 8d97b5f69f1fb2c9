import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { OpeningSheet } from '@/api/opening-types';
import { QueryView } from '@/components/ui/query-view';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { ActPanel } from '@/features/approvals/act-panel';
import { caseQuery } from '@/features/approvals/queries';
import { Remarks } from '@/features/approvals/remarks';
import { Timeline } from '@/features/approvals/timeline';
import { openingQuery } from '@/features/openings/queries';
import { SheetHead, SheetRows, useSheetDraft } from '@/features/openings/sheet-view';

const route = getRouteApi('/frame/opening-sheets/$id');

export function OpeningSheetPage() {
  const { id } = route.useParams();
  const query = useQuery(openingQuery(id));
  return (
    <QueryView query={query} wholePage>
      {(item) => <SheetScreen key={item.id} item={item} />}
    </QueryView>
  );
}

function SheetScreen({ item }: { item: OpeningSheet }) {
  const { data: kase } = useQuery(caseQuery(item.id));
  const editing = useSheetDraft(item);
  return (
    <Stack maw={1100}>
      <SheetHead item={item} />
      <SheetRows item={item} editing={editing} />
      <Remarks caseId={item.id} places={[]} />
      <Timeline caseId={item.id} />
      {kase && !editing.changed && <ActPanel kase={kase} digest={item.digest} places={[]} />}
      <UnsavedGuard active={editing.changed} onDrop={editing.discard} />
    </Stack>
  );
}
