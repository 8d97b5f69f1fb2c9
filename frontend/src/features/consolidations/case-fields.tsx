import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Consolidation } from '@/api/meeting-types';
import type { PlanSummary } from '@/api/types';
import { lookOf } from '@/components/case/case-states';
import { QueryView } from '@/components/ui/query-view';
import { CaseChoice } from '@/components/case/case-choice';
import { choosable, type Checked } from './choosable';
import { everyPlanQuery } from './queries';

interface ChoiceProps {
  /** What the consolidation contains already. */
  inside?: Consolidation['cases'];
  chosen: string[];
  error: string | undefined;
  onChange: (chosen: string[]) => void;
}

/** What goes on the list of the year by itself is never consolidated. */
const waitsForMeeting = ({ begins }: PlanSummary) => !begins.includes('consolidate');

/** Choose among the checked plans of a period, and what is inside already. */
export function CheckedPlans({ period, ...choice }: ChoiceProps & { period: string }) {
  const query = useQuery(everyPlanQuery('monitor-reviewed', period));
  return <QueryView query={query}>{(plans) => <Choice checked={plans.filter(waitsForMeeting)} {...choice} />}</QueryView>;
}

/** Choose among the checked reports, and what is inside already. */
export function CheckedReports({ available, ...choice }: ChoiceProps & { available: Consolidation['available'] }) {
  return <Choice checked={available} {...choice} />;
}

function Choice({ checked, inside = [], chosen, error, onChange }: ChoiceProps & { checked: readonly Checked[] }) {
  const { t } = useTranslation();
  return (
    <CaseChoice
      label={t('consolidation.choose')}
      empty={t('consolidation.nothingChecked')}
      items={choosable(inside, checked).map(({ changed, leftIn, ...item }) => ({
        ...item,
        note: leftIn ? t(lookOf(leftIn, item.kind).label) : changed ? t('consolidation.changed') : undefined,
      }))}
      chosen={chosen}
      error={error}
      onChange={onChange}
    />
  );
}
