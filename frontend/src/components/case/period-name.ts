import { useTranslation } from 'react-i18next';
import { kindOfPeriod, shortPeriod, type PeriodKind } from '@/i18n/periods';

/** A function from a period's label to its name: "Tháng 8/2025", "Quý III/2025", "Năm học 2025-2026". */
export function usePeriodName(): (label: string) => string {
  const { t } = useTranslation();
  return (label) => {
    const kind = kindOfPeriod(label);
    const half = /^(.*)-[HS]([12])$/.exec(label);
    if (half && (kind === 'half-year' || kind === 'semester')) return t(`period.${kind}-${half[2] as '1' | '2'}`, { label: half[1] });
    return t(`period.${kind as Exclude<PeriodKind, 'half-year' | 'semester'>}`, { label: shortPeriod(label) });
  };
}
