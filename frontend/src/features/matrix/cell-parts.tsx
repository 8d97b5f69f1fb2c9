import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { MatrixCell, MatrixReports } from '@/api/report-types';
import { TextLink } from '@/components/ui/links';
import { Standing } from '@/components/case/state-badge';
import { StatusBadge } from '@/components/case/status-badge';
import { exactTime } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import classes from './matrix.module.css';
import { standShown } from './stand-shown';

interface CellProps {
  cell: MatrixCell;
  unit: string;
}

/** What a unit reports on its own rows, part by part. */
export function ReportsCell({ cell: { reports, period }, unit }: CellProps) {
  const { t } = useTranslation();
  if (!reports)
    return (
      <Text size="sm" c="dimmed">
        {t('month.notDrafted')}
      </Text>
    );
  const seen = reports.parts.some((part) => part.case !== null);
  return (
    <>
      <Group gap="sm">
        <StatusBadge status={reports.status} />
        {seen && (
          <TextLink to="/sheets/$period/$unit" params={{ period, unit }} size="sm">
            {t('month.openSheet')}
          </TextLink>
        )}
      </Group>
      {reports.parts.length > 0 && (
        <ul className={classes.parts}>
          {reports.parts.map((part) => (
            <Part key={part.monitor} part={part} />
          ))}
        </ul>
      )}
    </>
  );
}

function Part({ part }: { part: MatrixReports['parts'][number] }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Group component="li" gap="xs">
      <Text size="sm">{t('report.to', { unit: unitName(part.monitor) })}</Text>
      <Standing state={part.state} kind="unit-report" waitsForHead={part.submitted} returned={part.returned} dueAt={null} />
      <SignedAt at={part.signed_at} />
      <StandBadge report={part} />
      <Before status={part.status_before} />
    </Group>
  );
}

/** What a monitoring unit reports on the others. */
export function MonitoringCell({ cell: { monitoring, reports } }: Pick<CellProps, 'cell'>) {
  const { t } = useTranslation();
  if (!monitoring)
    return (
      <Text size="sm" c="dimmed">
        {t(reports ? 'month.notMonitoring' : 'month.notDrafted')}
      </Text>
    );
  return (
    <>
      <Group gap="sm">
        <StatusBadge status={monitoring.status} />
        {monitoring.case && (
          <TextLink to="/reports/$id" params={{ id: monitoring.case }} size="sm">
            {t('month.openReport')}
          </TextLink>
        )}
      </Group>
      <Group gap="xs" mt="xs">
        <Standing
          state={monitoring.state}
          kind="monitoring-report"
          waitsForHead={monitoring.submitted}
          returned={monitoring.returned}
          dueAt={null}
        />
        <SignedAt at={monitoring.signed_at} />
        <StandBadge report={monitoring} />
        <Before status={monitoring.status_before} />
      </Group>
    </>
  );
}

/** What its status does not say: that it waits to be checked, was sent back, or came after the closing. */
function StandBadge({ report }: { report: MatrixReports['parts'][number] | NonNullable<MatrixCell['monitoring']> }) {
  const { t } = useTranslation();
  const label = standShown(report);
  if (!label) return null;
  return <Quiet>{t(`month.stand.${label}`)}</Quiet>;
}

/** By the due point of its time it was late; the corrected one made it on time. */
function Before({ status }: { status: MatrixReports['parts'][number]['status_before'] }) {
  const { t } = useTranslation();
  return (
    status && (
      <Text size="xs" c="dimmed">
        {t('month.statusBefore', { status: t(`month.status.${status}`) })}
      </Text>
    )
  );
}

function SignedAt({ at }: { at: string | null }) {
  const { t } = useTranslation();
  return (
    at && (
      <Text size="xs" c="dimmed">
        {t('month.signedAt', { at: exactTime(at) })}
      </Text>
    )
  );
}
