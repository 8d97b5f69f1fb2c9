import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Extension } from '@/api/extension-types';
import { QueryView } from '@/components/ui/query-view';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { ActPanel } from '@/features/approvals/act-panel';
import { caseQuery } from '@/features/approvals/queries';
import { Remarks } from '@/features/approvals/remarks';
import { Timeline } from '@/features/approvals/timeline';
import { ExtensionHead, ExtensionWordSection, useExtensionDraft } from '@/features/extensions/extension-view';
import { extensionQuery } from '@/features/extensions/queries';

const route = getRouteApi('/frame/extensions/$id');

export function ExtensionPage() {
  const { id } = route.useParams();
  const query = useQuery(extensionQuery(id));
  return (
    <QueryView query={query} wholePage>
      {(item) => <ExtensionScreen key={item.id} item={item} />}
    </QueryView>
  );
}

function ExtensionScreen({ item }: { item: Extension }) {
  const { data: kase } = useQuery(caseQuery(item.id));
  const editing = useExtensionDraft(item);
  return (
    <Stack maw={900}>
      <ExtensionHead item={item} kase={kase} />
      <ExtensionWordSection item={item} editing={editing} />
      <Remarks caseId={item.id} places={[]} />
      <Timeline caseId={item.id} />
      {kase && !editing.changed && <ActPanel kase={kase} digest={item.digest} places={[]} />}
      <UnsavedGuard active={editing.changed} onDrop={editing.discard} />
    </Stack>
  );
}
