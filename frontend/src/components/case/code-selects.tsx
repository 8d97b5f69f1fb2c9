import { MultiSelect, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { classOf, periodsQuery, PLAN_KINDS, UNIT_CLASSES, unitsQuery } from '@/api/reference';
import { kindOfPeriod, type PeriodKind } from '@/i18n/periods';
import { usePeriodName } from './period-name';

interface CodeSelectProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  required?: boolean;
  /** The word for "none chosen". */
  placeholder: string;
}

interface UnitSelectProps extends CodeSelectProps {
  /** Offer these codes only. */
  codes?: readonly string[];
}

export function UnitSelect({ codes, placeholder, onChange, ...field }: UnitSelectProps) {
  const { data: units = [] } = useQuery(unitsQuery);
  const offered = codes ? units.filter((unit) => codes.includes(unit.code)) : units;
  return (
    <NativeSelect
      {...field}
      data={[{ value: '', label: placeholder }, ...offered.map((unit) => ({ value: unit.code, label: unit.name }))]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface PeriodSelectProps extends CodeSelectProps {
  /** Offer periods of these kinds only: those that plans are for, where nothing is said. */
  kinds?: readonly PeriodKind[];
  /** Offer periods that begin after this one only. */
  after?: string;
}

export function PeriodSelect({ kinds = PLAN_KINDS, after, placeholder, onChange, ...field }: PeriodSelectProps) {
  const periodName = usePeriodName();
  const { data: periods = [] } = useQuery(periodsQuery);
  const since = periods.find(({ label }) => label === after)?.starts ?? '';
  const options = periods
    .filter(({ label, starts }) => kinds.includes(kindOfPeriod(label)) && starts > since)
    .map(({ label }) => ({ value: label, label: periodName(label) }));
  return (
    <NativeSelect
      {...field}
      data={[{ value: '', label: placeholder }, ...options]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface UnitsSelectProps {
  label: string;
  value: string[];
  onChange: (value: string[]) => void;
  error?: string;
  /** Offers classes of units ("Các khoa") too. */
  classes?: boolean;
}

export function UnitsSelect({ label, value, onChange, error, classes = false }: UnitsSelectProps) {
  const { t } = useTranslation();
  const { data: units = [] } = useQuery(unitsQuery);
  return (
    <MultiSelect
      label={label}
      value={value}
      onChange={onChange}
      error={error}
      searchable
      nothingFoundMessage={t('nothingFound')}
      data={[
        ...units.map((unit) => ({ value: unit.code, label: unit.name })),
        ...(classes ? UNIT_CLASSES.map((code) => ({ value: code, label: t(`unitClass.${classOf(code)}`) })) : []),
      ]}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
