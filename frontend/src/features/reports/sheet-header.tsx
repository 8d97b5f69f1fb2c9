import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { Sheet, UnitReport } from '@/api/report-types';
import { Countdown } from '@/components/ui/countdown';
import { Fold } from '@/components/ui/fold';
import { PageTitle } from '@/components/ui/page-title';
import { usePeriodName } from '@/components/case/period-name';
import { PlainList } from '@/components/ui/plain-list';
import { Standing } from '@/components/case/state-badge';
import { StatusBadge } from '@/components/case/status-badge';
import { TimeAgo } from '@/components/ui/time-ago';

/** Whose sheet, until when, and where each of its parts stands; `folded`: one tap away, what came back comes first. */
export function SheetHeader({ sheet, folded }: { sheet: Sheet; folded: boolean }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  return (
    <Stack gap="md">
      <PageTitle>{t('report.sheetTitle', { period: periodName(sheet.period), unit: sheet.name })}</PageTitle>
      {folded ? (
        <Fold summary={t('report.about')}>
          <About sheet={sheet} />
        </Fold>
      ) : (
        <About sheet={sheet} />
      )}
    </Stack>
  );
}

function About({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {sheet.unit_due_at && (
        <Text size="sm">
          {t('month.points.unit_due_at')}: <Countdown at={sheet.unit_due_at} />
        </Text>
      )}
      <PlainList gap="sm" aria-label={t('report.parts')}>
        {sheet.parts.map((part) => (
          <PartStanding key={part.id} part={part} />
        ))}
      </PlainList>
    </Stack>
  );
}

function PartStanding({ part }: { part: UnitReport }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Group component="li" gap="sm">
      <Text size="sm" fw={600}>
        {t('report.to', { unit: unitName(part.monitoring_unit) })}
      </Text>
      <Standing
        state={part.state}
        kind="unit-report"
        waitsForHead={part.submitted}
        returned={part.returned}
        dueAt={part.state === 'draft' ? part.due_at : null}
      />
      {part.signed_at && <StatusBadge status={part.status} />}
      <Text size="sm" c="dimmed">
        {t('waits.label')}: {t(`waits.${part.waits_for}`)} · {t('since')} <TimeAgo at={part.since} />
      </Text>
      <Followers officers={part.officers} />
    </Group>
  );
}

/** Who of the unit follows the plans of this part: the report is theirs to write, and they are reminded of it first. */
function Followers({ officers }: Pick<UnitReport, 'officers'>) {
  const { t } = useTranslation();
  const names = [...new Set(officers.map(({ name }) => name))];
  if (names.length === 0) return null;
  return <Text size="sm">{t('report.officers', { names: names.join(', ') })}</Text>;
}
