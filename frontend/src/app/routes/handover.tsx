import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Handover } from '@/api/handover-types';
import { QueryView } from '@/components/ui/query-view';
import { ActPanel } from '@/features/approvals/act-panel';
import { caseQuery } from '@/features/approvals/queries';
import { Remarks } from '@/features/approvals/remarks';
import { Timeline } from '@/features/approvals/timeline';
import { HandoverView } from '@/features/handovers/handover-view';
import { handoverQuery } from '@/features/handovers/queries';

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
  const { t } = useTranslation();
  const { data: kase } = useQuery(caseQuery(item.id));
  const meaning = { approve: <Text size="sm">{t('handover.meaning', { n: item.items.length, taker: item.taker })}</Text> };
  return (
    <Stack maw={900}>
      <HandoverView item={item} />
      <Remarks caseId={item.id} places={[]} />
      <Timeline caseId={item.id} />
      {kase && !item.discarded && !item.signed && <ActPanel kase={kase} digest={item.digest} places={[]} meaning={meaning} />}
    </Stack>
  );
}
