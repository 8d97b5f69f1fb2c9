import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Consolidation } from '@/api/meeting-types';
import { useReportNames } from '@/components/case/absent-reports';
import { CaseLink } from '@/components/case/case-link';
import { usePeriodName } from '@/components/case/period-name';
import { PlainList } from '@/components/ui/plain-list';
import { Section } from '@/components/ui/section';
import { ExactTime } from '@/components/ui/time-ago';

/** What is inside and was signed after it was due. */
export function LateReports({ late }: { late: Consolidation['late'] }) {
  const { t } = useTranslation();
  if (late.length === 0) return null;
  return (
    <Section title={t('consolidation.late', { n: late.length })}>
      <PlainList gap="sm">
        {late.map((report) => (
          <LateReport key={report.case} report={report} />
        ))}
      </PlainList>
    </Section>
  );
}

function LateReport({ report }: { report: Consolidation['late'][number] }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const words = `${useReportNames()(report)} – ${periodName(report.period)}`;
  return (
    <Group component="li" gap="sm">
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
