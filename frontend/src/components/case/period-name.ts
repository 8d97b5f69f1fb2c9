import { useTranslation } from 'react-i18next';
import { kindOfPeriod, shortPeriod } from '@/i18n/periods';

/** A function from a period's label to its name: "Tháng 8/2025", "Quý III/2025", "Năm học 2025-2026". */
export function usePeriodName(): (label: string) => string {
  const { t } = useTranslation();
  return (label) => t(`period.${kindOfPeriod(label)}`, { label: shortPeriod(label) });
}
