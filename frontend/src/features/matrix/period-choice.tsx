import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Period } from '@/api/types';
import { usePeriodName } from '@/components/case/period-name';

interface PeriodChoiceProps {
  /** Years, whose months are shown beside each other. */
  years: readonly Period[];
  periods: readonly Period[];
  value: string;
  onChange: (label: string) => void;
}

/** Which period is shown: one that is reported on, or the months of a year beside each other. */
export function PeriodChoice({ years, periods, value, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const items = (of: readonly Period[]) => of.map(({ label }) => ({ value: label, label: periodName(label) }));
  return (
    <NativeSelect
      label={t('month.period')}
      value={value}
      data={[
        { group: t('month.reported'), items: items(periods) },
        { group: t('month.years'), items: items(years) },
      ].filter((group) => group.items.length > 0)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
