import { NativeSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Up to so many rows stand in a list of the browser's own, which a thumb knows; of more those that hold what is typed are offered. */
const FEW = 60;

interface RowSelectProps {
  label: string;
  rows: readonly { row: string; label: string }[];
  value: string;
  onChange: (row: string) => void;
  /** The word for "none of them"; absent: one has to be chosen from the start. */
  none?: string;
  error?: string;
  required?: boolean;
}

/** A row of a document, as people call it. */
export function RowSelect({ rows, none, onChange, ...field }: RowSelectProps) {
  const { t } = useTranslation();
  const data = [...(none === undefined ? [] : [{ value: '', label: none }]), ...rows.map(({ row, label }) => ({ value: row, label }))];
  if (rows.length <= FEW) return <NativeSelect {...field} data={data} onChange={(event) => onChange(event.currentTarget.value)} />;
  return (
    <Select
      {...field}
      data={data}
      searchable
      limit={FEW}
      allowDeselect={false}
      nothingFoundMessage={t('nothingFound')}
      onChange={(row) => onChange(row ?? '')}
    />
  );
}
