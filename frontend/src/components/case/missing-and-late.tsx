import { Badge, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Consolidation } from '@/api/meeting-types';
import { useUnitNames } from '@/api/reference';
import { CaseLink } from './case-link';
import { Fold } from '@/components/ui/fold';
import { usePeriodName } from './period-name';
import { PlainList } from '@/components/ui/plain-list';
import { Section } from '@/components/ui/section';
import { ExactTime } from '@/components/ui/time-ago';
import classes from './missing.module.css';

const KINDS = [
  ['monitoring-report', 'consolidation.monitoringReport'],
  ['unit-report', 'consolidation.unitReport'],
] as const;

// More names than this are one click away.
const SHOWN_AT_ONCE = 8;

type Report = Pick<Consolidation['missing'][number], 'unit' | 'kind' | 'monitor' | 'case'>;

/** Who owes a report of the month, and whose came after it was due: by name. */
export function MissingAndLate({ missing, late, figures }: Pick<Consolidation, 'missing' | 'late' | 'figures'>) {
  const { t } = useTranslation();
  const unchecked = new Set(figures.by_unit.flatMap((line) => (line.checked ? [] : [line.case])));
  return (
    <>
      <Section title={t('consolidation.missing', { n: missing.length })}>
        <MissingList missing={missing} unchecked={unchecked} />
      </Section>
      {late.length > 0 && (
        <Section title={t('consolidation.late', { n: late.length })}>
          <PlainList gap="xs">
            {late.map((report) => (
              <LateReport key={report.case} report={report} />
            ))}
          </PlainList>
        </Section>
      )}
    </>
  );
}

function LateReport({ report }: { report: Consolidation['late'][number] }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const words = `${useReportNames()(report)} – ${periodName(report.period)}`;
  return (
    <Group component="li" gap="xs">
      {report.case ? (
        <CaseLink kind={report.kind} id={report.case}>
          {words}
        </CaseLink>
      ) : (
        words
      )}
      <Text size="sm" c="dimmed">
        {t('consolidation.signedAt')} <ExactTime at={report.signed_at} />
      </Text>
    </Group>
  );
}

interface MissingListProps {
  missing: Report[];
  /** Reports that their heads have signed and the office has not checked yet. */
  unchecked?: ReadonlySet<string>;
}

export function MissingList({ missing, unchecked = new Set() }: MissingListProps) {
  const { t } = useTranslation();
  if (missing.length === 0) return <Text fz="inherit">{t('consolidation.nobodyMissing')}</Text>;
  return KINDS.map(([kind, label]) => {
    const reports = missing.filter((report) => report.kind === kind);
    if (reports.length === 0) return null;
    const title = t(label, { n: reports.length });
    const names = <Names reports={reports} unchecked={unchecked} />;
    if (reports.length > SHOWN_AT_ONCE)
      return (
        <Fold key={kind} summary={title}>
          {names}
        </Fold>
      );
    return (
      <div key={kind}>
        <Title order={3} fz="1em">
          {title}
        </Title>
        {names}
      </div>
    );
  });
}

/** No links: what was never submitted, only its own unit sees. */
function Names({ reports, unchecked }: { reports: Report[]; unchecked: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const nameOf = useReportNames();
  return (
    <ul className={classes.names}>
      {reports.map((report) => (
        <li key={`${report.unit} ${report.monitor ?? ''} ${report.case ?? ''}`}>
          {nameOf(report)}{' '}
          {report.case && unchecked.has(report.case) && (
            <Badge color="yellow" variant="light">
              {t('consolidation.provisional')}
            </Badge>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A function from a report to whose it is: "Phòng Đào tạo (gửi Phòng Hành chính – Quản trị)". */
function useReportNames(): (report: Report) => string {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return ({ unit, monitor }) => unitName(unit) + (monitor ? ` (${t('consolidation.sentTo', { unit: unitName(monitor) })})` : '');
}
