import { Autocomplete, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '@/api/people';

interface PersonFieldProps {
  value: string;
  error: ReactNode;
  /** The units that lead or coordinate the row: their people are offered. */
  units: readonly string[];
  onChange: (value: string) => void;
}

/** What stands before the name that is being typed, where several are. */
const beginningOf = (value: string) => /^.*[,;]\s*/.exec(value)?.[0] ?? '';

/** Who answers for the row: any text, and the people of its units are offered while it is typed. */
export function PersonField({ value, error, units, onChange }: PersonFieldProps) {
  const { t } = useTranslation();
  const staff = useStaff(units);
  const beginning = beginningOf(value);
  const offered = new Map(staff.map(({ name, title }) => [beginning + name, { name, title }]));
  return (
    <Autocomplete
      label={t('row.person')}
      description={staff.length > 0 ? t('row.personHint') : undefined}
      data={[...offered.keys()]}
      value={value}
      error={error}
      comboboxProps={{ withinPortal: true }}
      renderOption={({ option }) => (
        <Text size="sm">
          {offered.get(option.value)?.name} – {offered.get(option.value)?.title}
        </Text>
      )}
      onChange={onChange}
    />
  );
}
