import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Plan } from '@/api/types';
import { ScopeOfCase, scopeOf } from '@/components/grid/scope';
import { withField } from '@/components/grid/sheet';
import { Held } from '@/components/ui/held';
import { QueryView } from '@/components/ui/query-view';
import { paperOf } from '@/components/case/by-paper';
import { useRowOfAddress } from '@/components/ui/row-anchor';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { ActPanel } from '@/features/approvals/act-panel';
import { BehindChanges } from '@/features/approvals/behind-changes';
import { ChangedSince } from '@/features/approvals/changed-since';
import { caseQuery, signaturesQuery } from '@/features/approvals/queries';
import { Remarks } from '@/features/approvals/remarks';
import { Returned } from '@/features/approvals/returned';
import { Timeline } from '@/features/approvals/timeline';
import { Acknowledgements } from '@/features/conclusions/acknowledgements';
import { PlanOpinions } from '@/features/opinions/plan-opinions';
import { ChangesStrip } from '@/features/plans/changes-strip';
import { ClaritiesSection } from '@/features/plans/clarities-section';
import { LineInTime } from '@/features/plans/line-in-time';
import { PlanHeader } from '@/features/plans/plan-header';
import { planQuery } from '@/features/plans/queries';
import { placesOf } from '@/components/case/row-places';
import { decidableRows } from '@/features/plans/decidable-rows';
import { RowsEditor } from '@/features/plans/rows-editor';
import { usePlanRows } from '@/features/plans/use-plan-rows';

const route = getRouteApi('/frame/plans/$id');

export function PlanPage() {
  const { id } = route.useParams();
  const query = useQuery(planQuery(id));
  return (
    <QueryView query={query} wholePage>
      {(plan) => <PlanScreen key={plan.id} plan={plan} />}
    </QueryView>
  );
}

function PlanScreen({ plan }: { plan: Plan }) {
  const { data: kase } = useQuery(caseQuery(plan.id));
  const { data: chain } = useQuery(signaturesQuery(plan.id));
  const scope = useMemo(() => scopeOf(kase), [kase]);
  const editing = usePlanRows(plan, scope);
  useRowOfAddress();
  const places = useMemo(() => placesOf(plan.rows), [plan.rows]);
  const decidable = useMemo(() => decidableRows(plan.rows), [plan.rows]);
  const { store } = editing.sheet;
  const take = useCallback(
    (row: string, field: string, value: string) => store.change((now) => withField(now, row, field, value)),
    [store],
  );
  const canEdit = plan.editable.length === 0;
  // What shows the plan as the server has it is not drawn again while somebody types.
  const above = useMemo(
    () => (
      <>
        <PlanHeader plan={plan} kase={kase} canEdit={canEdit} paper={paperOf(chain ?? [])}>
          {kase && <ChangedSince kase={kase} />}
          <Returned kase={kase} places={places} onTake={take} />
        </PlanHeader>
        <LineInTime plan={plan} />
        <ClaritiesSection plan={plan} canEdit={canEdit} />
      </>
    ),
    [plan, kase, canEdit, chain, places, take],
  );
  const below = useMemo(
    () => (
      <>
        {plan.kind === 'conclusions' && <Acknowledgements plan={plan} />}
        <PlanOpinions plan={plan} />
        <Remarks caseId={plan.id} places={places} />
        <Timeline caseId={plan.id} kind={plan.kind === 'conclusions' ? 'conclusions' : 'plan'} />
      </>
    ),
    [plan, places],
  );
  return (
    <Held value={editing.changed}>
      <ScopeOfCase value={scope}>
        <Stack>
          {above}
          {plan.revision > 0 && <ChangesStrip plan={plan} rows={editing.rows} canEdit={canEdit} />}
          <BehindChanges kase={kase} rows={plan.rows.length}>
            <RowsEditor plan={plan} editing={editing} />
          </BehindChanges>
          {below}
          {kase && !plan.discarded && <ActPanel kase={kase} digest={plan.digest} places={places} rows={decidable} />}
          <UnsavedGuard active={editing.sheet.losing} />
        </Stack>
      </ScopeOfCase>
    </Held>
  );
}
