import { Group, Stack } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHoldsOn, useUnitNames } from '@/api/reference';
import type { Sheet, UnitReport } from '@/api/report-types';
import type { ActName, Case } from '@/api/types';
import { EmptyNote } from '@/components/ui/empty-note';
import { ScopeOfCase, scopeOf } from '@/components/grid/scope';
import { Held } from '@/components/ui/held';
import { QueryView } from '@/components/ui/query-view';
import { usePhone } from '@/components/ui/use-phone';
import { useRowOfAddress } from '@/components/ui/row-anchor';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { ChangedSince } from '@/features/approvals/changed-since';
import { ActPanel } from '@/features/approvals/act-panel';
import { BulkPanel } from '@/features/approvals/bulk-panel';
import { CaseHistory } from '@/features/approvals/case-history';
import { PartActs } from '@/features/approvals/part-acts';
import { caseQuery } from '@/features/approvals/queries';
import { Returned } from '@/features/approvals/returned';
import { isBack } from '@/features/approvals/of-return';
import { placesOf } from '@/components/case/row-places';
import { isFrozen } from '@/features/reports/drafted';
import { BesideRows } from '@/features/reports/beside-rows';
import { FindingsLink } from '@/features/reports/findings-link';
import { NextMonth, NextMonthMeaning } from '@/features/reports/next-month';
import { PartSection } from '@/features/reports/part-section';
import { sheetQuery } from '@/features/reports/queries';
import { ReportsSaveBar } from '@/features/reports/reports-save-bar';
import { SheetHeader } from '@/features/reports/sheet-header';
import { useReportDrafts } from '@/features/reports/use-report-drafts';

const route = getRouteApi('/frame/sheets/$period/$unit');

/** What a unit does with all parts at once; the rest concerns one monitoring unit's part. */
const TOGETHER: readonly ActName[] = ['submit', 'approve', 'withdraw', 'recall'];
const ALONE: readonly ActName[] = ['review', 'return', 'send-back', 'reopen'];

export function SheetPage() {
  const { period, unit } = route.useParams();
  const query = useQuery(sheetQuery(period, unit));
  return (
    <QueryView query={query} wholePage>
      {(sheet) => <SheetScreen key={`${period} ${unit}`} sheet={sheet} />}
    </QueryView>
  );
}

/** What the unit began of itself and wrote nothing in is not submitted with the rest. */
const isAsked = (part: UnitReport) => part.owed || isFrozen(part) || part.rows.some(({ done }) => done !== null);

const places = (part: UnitReport) => placesOf(part.rows.map(({ row, ...rest }) => ({ ...rest, id: row })));

function SheetScreen({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const edits = useHoldsOn('edit', sheet.unit);
  const drafts = useReportDrafts(sheet.parts);
  useRowOfAddress();
  const phone = usePhone();
  const answers = useQueries({ queries: sheet.parts.map(({ id }) => caseQuery(id)) });
  const caseOf = (id: string): Case | undefined => answers.find(({ data }) => data?.id === id)?.data;
  const [typing, setTyping] = useState<ReadonlySet<string>>(new Set());
  const onChanged = useCallback(
    (id: string, isTyping: boolean) =>
      setTyping((now) => (now.has(id) === isTyping ? now : new Set(isTyping ? [...now, id] : [...now].filter((one) => one !== id)))),
    [],
  );
  const changed = drafts.editing.changed || typing.size > 0;
  const named = sheet.parts.map((part) => ({ part, kase: caseOf(part.id), label: unitName(part.monitoring_unit) }));
  const parts = named.toSorted((a, b) => Number(isBack(b.part)) - Number(isBack(a.part))); // what came back stands first

  return (
    <Held value={changed}>
      <Stack>
        <SheetHeader sheet={sheet} folded={phone && sheet.parts.some(isBack)} />
        {sheet.parts.length === 0 && <EmptyNote>{t(sheet.nothing_due ? 'report.nothingDue' : 'report.notDrafted')}</EmptyNote>}
        {parts.map(({ part, kase }) => (
          <ScopeOfCase key={part.id} value={scopeOf(kase)}>
            <PartSection
              part={part}
              editing={drafts.of(part.id)}
              missing={kase?.acts.find(({ act }) => act === 'submit')?.reasons ?? []}
              mayUpdate={edits}
              onChanged={onChanged}
              history={(take) => (
                <>
                  {kase && <ChangedSince kase={kase} />}
                  <Returned kase={kase} places={places(part)} onTake={take} />
                  <CaseHistory id={part.id} places={places(part)} />
                </>
              )}
            >
              <Group gap="sm">
                <FindingsLink part={part} />
                {kase && parts.length > 1 && <PartActs kase={kase} digest={part.digest} places={places(part)} acts={ALONE} />}
              </Group>
            </PartSection>
          </ScopeOfCase>
        ))}
        <BesideRows sheet={sheet} edits={edits} />
        {(sheet.parts.length > 0 || sheet.next.length > 0) && <NextMonth sheet={sheet} />}
        <ReportsSaveBar editing={drafts.editing} />
        <Acts parts={parts.filter(({ part }) => isAsked(part))} />
        <UnsavedGuard active={drafts.editing.changed} />
      </Stack>
    </Held>
  );
}

function Acts({ parts }: { parts: { part: UnitReport; kase: Case | undefined; label: string }[] }) {
  const meaning = { submit: <NextMonthMeaning parts={parts.map(({ part }) => part)} /> };
  const [only] = parts;
  if (!only || parts.some(({ kase }) => !kase)) return null;
  if (parts.length === 1) {
    return <ActPanel kase={only.kase!} digest={only.part.digest} places={places(only.part)} meaning={meaning} />;
  }
  const cases = parts.map(({ part, kase, label }) => ({ id: part.id, digest: part.digest, label, acts: kase!.acts }));
  return <BulkPanel cases={cases} acts={TOGETHER} meaning={meaning} />;
}
