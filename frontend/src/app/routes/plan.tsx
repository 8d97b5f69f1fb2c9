import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../api/types';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { QueryView } from '../../components/query-view';
import { ActPanel } from '../../features/approvals/act-panel';
import { caseQuery } from '../../features/approvals/queries';
import { Remarks } from '../../features/approvals/remarks';
import { Timeline } from '../../features/approvals/timeline';
import { PlanHeader } from '../../features/plans/plan-header';
import { planQuery } from '../../features/plans/queries';
import { placesOf } from '../../features/plans/row-places';
import { RowsEditor } from '../../features/plans/rows-editor';
import { useRowsDraft } from '../../features/plans/use-rows-draft';

const route = getRouteApi('/frame/plans/$id');

export function PlanPage() {
  const { id } = route.useParams();
  const query = useQuery(planQuery(id));
  return <QueryView query={query} wholePage>{(plan) => <PlanScreen key={plan.id} plan={plan} />}</QueryView>;
}

function PlanScreen({ plan }: { plan: Plan }) {
  const editing = useRowsDraft(plan);
  const { data: kase } = useQuery(caseQuery(plan.id));
  const places = placesOf(plan.rows);
  const canEdit = plan.editable.length === 0 && !editing.changed;
  return (
    <Stack>
      <PlanHeader plan={plan} kase={kase} canEdit={canEdit} />
      <RowsEditor plan={plan} editing={editing} />
      <Remarks caseId={plan.id} places={places} />
      <Timeline caseId={plan.id} />
      {kase && !editing.changed && <ActPanel kase={kase} digest={plan.digest} places={places} />}
      <UnsavedGuard active={editing.changed} />
    </Stack>
  );
}

/** Leaving with unsaved rows is asked about first. */
function UnsavedGuard({ active }: { active: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({ shouldBlockFn: () => active, enableBeforeUnload: () => active, withResolver: true });
  return (
    <ConfirmDialog
      opened={blocker.status === 'blocked'}
      title={t('save.leave')}
      question={t('save.dropQuestion')}
      confirm={t('save.dropConfirm')}
      color="red.9"
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    />
  );
}
