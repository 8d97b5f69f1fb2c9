import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Consolidation } from '../../api/types';
import { lookOf } from '../../components/case-states';
import { QueryView } from '../../components/query-view';
import { CaseChoice } from './case-choice';
import { choosable } from './choosable';
import { everyPlanQuery } from './queries';

interface ReviewedPlansProps {
  period: string;
  /** What the consolidation contains already. */
  inside?: Consolidation['cases'];
  chosen: string[];
  error: string | undefined;
  onChange: (chosen: string[]) => void;
}

/** Choose among the reviewed plans of a period, and what is inside already. */
export function ReviewedPlans({ period, inside = [], chosen, error, onChange }: ReviewedPlansProps) {
  const { t } = useTranslation();
  const query = useQuery(everyPlanQuery('monitor-reviewed', period));
  return (
    <QueryView query={query}>
      {(plans) => (
        <CaseChoice
          label={t('consolidation.choose')}
          empty={t('consolidation.nothingReviewed')}
          items={choosable(inside, plans).map(({ changed, leftIn, ...item }) => ({
            ...item,
            note: leftIn ? t(lookOf(leftIn, 'plan').label) : changed ? t('consolidation.changed') : undefined,
          }))}
          chosen={chosen}
          error={error}
          onChange={onChange}
        />
      )}
    </QueryView>
  );
}
