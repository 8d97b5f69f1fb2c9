import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHoldsOn } from '@/api/reference';
import type { UnitReport } from '@/api/report-types';
import { ButtonLink } from '@/components/ui/links';
import { monitoringReportsQuery } from './queries';

/** For those who follow the unit: where their findings on this part are written. */
export function FindingsLink({ part }: { part: UnitReport }) {
  const { t } = useTranslation();
  const follows = useHoldsOn('edit', part.monitoring_unit);
  const { data: reports = [] } = useQuery({ ...monitoringReportsQuery(part.period), enabled: follows });
  const mine = reports.find(({ unit }) => unit === part.monitoring_unit);
  if (!mine) return null;
  return (
    <ButtonLink to="/reports/$id" params={{ id: mine.id }}>
      {t('month.monitoringReport')}
    </ButtonLink>
  );
}
