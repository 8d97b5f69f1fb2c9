import { useTranslation } from 'react-i18next';
import { usePeriodName } from '@/components/case/period-name';
import { plainDate } from '@/i18n/time';

interface Carried {
  due_was: string;
  done: boolean | null;
  completed_on: string | null;
  result: string;
  month: string;
}

/** A function that says what became of a row last year: when it was due, whether it was done, and in which month that was said. */
export function useCarriedWords(): (carried: Carried) => string {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  return ({ due_was: due, done, completed_on: day, result, month }) => {
    const outcome =
      done === null
        ? t('renewal.silent')
        : [t(done ? 'report.done' : 'report.notDone'), day && plainDate(day), month && periodName(month)].filter(Boolean).join(', ');
    return [due && t('renewal.was', { due }), outcome, result].filter(Boolean).join(' · ');
  };
}
