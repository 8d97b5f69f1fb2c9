import { Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Update } from '@/api/report-types';
import { ButtonLink } from '@/components/ui/links';
import { QueryView } from '@/components/ui/query-view';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { ActPanel } from '@/features/approvals/act-panel';
import { caseQuery } from '@/features/approvals/queries';
import { Remarks } from '@/features/approvals/remarks';
import { Timeline } from '@/features/approvals/timeline';
import { placesOf } from '@/components/case/row-places';
import { monitoringReportsQuery, updateQuery } from '@/features/reports/queries';
import { ReportsSaveBar } from '@/features/reports/reports-save-bar';
import { useUpdateDraft } from '@/features/reports/update-draft';
import { UpdateHeader } from '@/features/reports/update-header';
import { UpdateWord } from '@/features/reports/update-word';

const route = getRouteApi('/frame/updates/$id');

/** What became of a row after its report: written by the unit, signed by its head, confirmed by whoever follows the plan. */
export function UpdatePage() {
  const { id } = route.useParams();
  const query = useQuery(updateQuery(id));
  return (
    <QueryView query={query} wholePage>
      {(update) => <UpdateScreen key={update.id} update={update} />}
    </QueryView>
  );
}

function UpdateScreen({ update }: { update: Update }) {
  const drafts = useUpdateDraft(update);
  const { data: kase } = useQuery(caseQuery(update.id));
  const { changed } = drafts.editing;
  const missing = kase?.acts.find(({ act }) => act === 'submit')?.reasons ?? [];
  const places = update.row ? placesOf([{ ...update.row, id: update.row_id }]) : [];
  return (
    <Stack>
      <UpdateHeader update={update} />
      <UpdateWord update={update} editing={drafts.of(update.id)} missing={missing} links={<ReportLink update={update} />} />
      <ReportsSaveBar editing={drafts.editing} />
      <Remarks caseId={update.id} places={places} />
      <Timeline caseId={update.id} />
      {kase && !changed && <ActPanel kase={kase} digest={update.digest} places={places} />}
      <UnsavedGuard active={changed} />
    </Stack>
  );
}

/** The way to the report that speaks of the row: the sheet, or the monitoring report where a unit follows itself. */
function ReportLink({ update }: { update: Update }) {
  const { t } = useTranslation();
  const { data: plan } = useQuery({ ...caseQuery(update.row?.plan ?? ''), enabled: update.row !== null });
  const self = plan?.monitoring_unit === update.unit;
  const { data: reports = [] } = useQuery({ ...monitoringReportsQuery(update.period), enabled: self });
  const own = self ? reports.find(({ unit }) => unit === update.unit) : undefined;
  return (
    <Group>
      {own ? (
        <ButtonLink to="/reports/$id" params={{ id: own.id }} size="xs">
          {t('month.monitoringReport')}
        </ButtonLink>
      ) : (
        <ButtonLink to="/sheets/$period/$unit" params={{ period: update.period, unit: update.unit }} size="xs">
          {t('month.unitReports')}
        </ButtonLink>
      )}
    </Group>
  );
}
