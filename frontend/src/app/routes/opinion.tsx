import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Opinion } from '@/api/opinion-types';
import { useUnitNames } from '@/api/reference';
import { CaseLink } from '@/components/case/case-link';
import { PageTitle } from '@/components/ui/page-title';
import { QueryView } from '@/components/ui/query-view';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { ActPanel } from '@/features/approvals/act-panel';
import { caseQuery } from '@/features/approvals/queries';
import { Timeline } from '@/features/approvals/timeline';
import { OpinionEditor, useOpinionDraft } from '@/features/opinions/opinion-editor';
import { opinionQuery } from '@/features/opinions/queries';
import { plainDate } from '@/i18n/time';

const route = getRouteApi('/frame/opinions/$id');

export function OpinionPage() {
  const { id } = route.useParams();
  const query = useQuery(opinionQuery(id));
  return (
    <QueryView query={query} wholePage>
      {(item) => <OpinionScreen key={item.id} item={item} />}
    </QueryView>
  );
}

function OpinionScreen({ item }: { item: Opinion }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const { data: kase } = useQuery(caseQuery(item.id));
  const editing = useOpinionDraft(item);
  return (
    <Stack maw={900}>
      <PageTitle>{t('opinion.title')}</PageTitle>
      <Text>
        <CaseLink kind="plan" id={item.plan}>
          {item.plan_title}
        </CaseLink>
      </Text>
      <Text size="sm">
        {unitName(item.unit)} · {t('opinion.due', { day: plainDate(item.due_on) })} · <strong>{t(`opinion.stands.${item.stands}`)}</strong>
      </Text>
      <OpinionEditor item={item} editing={editing} />
      <Timeline caseId={item.id} />
      {kase && !editing.changed && <ActPanel kase={kase} digest={item.digest} places={[]} />}
      <UnsavedGuard active={editing.changed} onDrop={editing.discard} />
    </Stack>
  );
}
