import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { MonitoringReport } from '@/api/report-types';
import { Countdown } from '@/components/ui/countdown';
import { Digest } from '@/components/case/digest';
import { Fold } from '@/components/ui/fold';
import { PageTitle } from '@/components/ui/page-title';
import { Standing } from '@/components/case/state-badge';
import { StateRoad } from '@/components/case/state-road';
import { StatusBadge } from '@/components/case/status-badge';
import { TimeAgo } from '@/components/ui/time-ago';

const KIND = 'monitoring-report';

interface MonitoringHeaderProps {
  report: MonitoringReport;
  /** Dates and the road are one tap away: what it came back for comes first. */
  folded: boolean;
  /** What is to be done with it now: right below its name. */
  children?: ReactNode;
}

/** Whose report, until when, where it stands. */
export function MonitoringHeader({ report, folded, children }: MonitoringHeaderProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <PageTitle>{report.title}</PageTitle>
      <Group gap="sm">
        <Standing
          state={report.state}
          kind={KIND}
          waitsForHead={report.submitted}
          returned={report.returned}
          dueAt={report.state === 'draft' ? report.due_at : null}
        />
        {report.signed_at && <StatusBadge status={report.status} />}
      </Group>
      {children}
      {folded ? (
        <Fold summary={t('report.about')}>
          <About report={report} />
        </Fold>
      ) : (
        <About report={report} />
      )}
    </Stack>
  );
}

function About({ report }: { report: MonitoringReport }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Stack gap="sm">
      <StateRoad state={report.state} kind={KIND} />
      <Stack gap="xs">
        <Text size="sm">
          {t('plan.unit')}: <strong>{unitName(report.unit)}</strong>
        </Text>
        {report.due_at && (
          <Text size="sm">
            {t('month.points.office_due_at')}: <Countdown at={report.due_at} />
          </Text>
        )}
        <Text size="sm">
          {t('waits.label')}: <strong>{t(`waits.${report.waits_for}`)}</strong> · {t('since')} <TimeAgo at={report.since} />
        </Text>
        <Text size="sm" c="dimmed">
          {t('digest.label')}: <Digest value={report.digest} />
        </Text>
      </Stack>
    </Stack>
  );
}
