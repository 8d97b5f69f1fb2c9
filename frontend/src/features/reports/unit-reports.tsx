import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { MessageSquareOff, ThumbsUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshLive } from '@/api/query-client';
import { useUnitNames } from '@/api/reference';
import type { MonitoringReport, ReportSummary } from '@/api/report-types';
import { TextLink } from '@/components/ui/links';
import { PlainList } from '@/components/ui/plain-list';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { Standing } from '@/components/case/state-badge';
import { Quiet } from '@/components/ui/quiet';
import { agreeable, followedUnits, judgedRows } from './figures';
import { agreeWith, unitReportsQuery } from './queries';

interface UnitReportsProps {
  report: MonitoringReport;
  /** Whether verdicts can be written now: nothing typed lies unsaved. */
  mayAgree: boolean;
  /** What can be done with the reports that wait for this unit. */
  children: (waiting: ReportSummary[]) => ReactNode;
}

/** The reports of the units to this one: who has spoken, who is silent, agreement in one click. */
export function UnitReports({ report, mayAgree, children }: UnitReportsProps) {
  const { t } = useTranslation();
  const query = useQuery(unitReportsQuery(report.period));
  const agree = useMutation({
    mutationFn: (unit?: string) => agreeWith(report.id, report.digest, unit),
    onSuccess: refreshLive,
  });
  const all = agreeable(judgedRows(report));
  const units = followedUnits(report);
  if (units.length === 0) return null;
  return (
    <Section
      title={t('report.unitReports')}
      aside={
        mayAgree &&
        all > 0 && (
          <Button
            variant="filled"
            leftSection={<ThumbsUp size={16} aria-hidden />}
            loading={agree.isPending}
            onClick={() => agree.mutate(undefined)}
          >
            {t('report.agreeAll', { n: all })}
          </Button>
        )
      }
    >
      <ProblemAlert error={agree.error} />
      <QueryView query={query}>
        {(reports) => {
          const mine = reports.filter(({ monitoring_unit: monitor }) => monitor === report.unit);
          return (
            <Stack gap="md">
              <PlainList gap="sm">
                {units.map((unit) => (
                  <UnitLine key={unit} unit={unit} period={report.period} standing={mine.find((other) => other.unit === unit)}>
                    {mayAgree && agreeable(judgedRows(report), unit) > 0 && (
                      <Button size="xs" variant="default" onClick={() => agree.mutate(unit)}>
                        {t('report.agreeUnit', { n: agreeable(judgedRows(report), unit) })}
                      </Button>
                    )}
                  </UnitLine>
                ))}
              </PlainList>
              {children(mine.filter((other) => other.state === 'unit-approved' && other.waits_for === 'monitor'))}
            </Stack>
          );
        }}
      </QueryView>
    </Section>
  );
}

interface UnitLineProps {
  unit: string;
  period: string;
  standing: ReportSummary | undefined;
  children: ReactNode;
}

function UnitLine({ unit, period, standing, children }: UnitLineProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Group component="li" gap="sm">
      <TextLink to="/sheets/$period/$unit" params={{ period, unit }} fw={600}>
        {unitName(unit)}
      </TextLink>
      {standing ? (
        <Standing
          state={standing.state}
          kind="unit-report"
          waitsForHead={standing.submitted}
          returned={standing.returned}
          dueAt={standing.state === 'draft' ? standing.due_at : null}
        />
      ) : (
        <Quiet Icon={MessageSquareOff}>{t('report.silentUnit')}</Quiet>
      )}
      {standing && standing.state === 'draft' && <Text size="sm">{t('report.silentUnit')}</Text>}
      {children}
    </Group>
  );
}
