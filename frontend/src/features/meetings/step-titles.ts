import { useTranslation } from 'react-i18next';
import { usePeriodName } from '@/components/case/period-name';
import type { Step } from './steps';

/** A function from a step to its title. */
export function useStepTitles(): (step: Step) => string {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  return (step) => {
    if ('unit' in step) return `${step.unit.name} – ${periodName(step.unit.period)}`;
    return t(`meeting.stepTitles.${step.key}`);
  };
}
