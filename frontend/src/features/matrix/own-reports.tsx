import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Matrix } from '@/api/report-types';
import { ButtonLink } from '@/components/ui/links';
import { Section } from '@/components/ui/section';

/** The shortest way to what this person's own units report in a period. */
export function OwnReports({ matrix, units, period }: { matrix: Matrix; units: readonly string[]; period: string }) {
  const { t } = useTranslation();
  const own = matrix.units.filter(({ unit }) => units.includes(unit));
  if (own.length === 0) return null;
  return (
    <Section title={t('month.own')}>
      {own.map(({ unit, name, cells: [cell] }) => (
        <Stack key={unit} gap="xs">
          {own.length > 1 && <Text fw={600}>{name}</Text>}
          <Group gap="sm">
            <ButtonLink to="/sheets/$period/$unit" params={{ period, unit }}>
              {t('month.unitReports')}
            </ButtonLink>
            {cell?.monitoring?.case && (
              <ButtonLink to="/reports/$id" params={{ id: cell.monitoring.case }}>
                {t('month.monitoringReport')}
              </ButtonLink>
            )}
          </Group>
        </Stack>
      ))}
    </Section>
  );
}
