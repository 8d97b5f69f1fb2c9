import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from '@/api/people';

interface PersonSelectProps {
  label: string;
  /** Whose people are offered. */
  unit: string;
  /** The id of the person; empty: nobody yet. */
  value: string;
  error?: string;
  required?: boolean;
  /** These are not offered. */
  without?: readonly string[];
  /** The word for "none chosen". */
  placeholder?: string;
  onChange: (person: string) => void;
}

/** One of the people of a unit, each with the post held. */
export function PersonSelect({ unit, without = [], placeholder, onChange, ...field }: PersonSelectProps) {
  const { t } = useTranslation();
  const { data: people } = useQuery(peopleQuery(unit));
  const offered = unit ? (people?.staff ?? []).filter(({ id }) => !without.includes(id)) : [];
  return (
    <NativeSelect
      {...field}
      data={[
        { value: '', label: placeholder ?? t('choose') },
        ...offered.map(({ id, name, title }) => ({ value: id, label: `${name} – ${title}` })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
