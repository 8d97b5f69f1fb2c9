import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { labelOf, type ComparedField } from './compared';

interface FieldSelectProps {
  fields: readonly ComparedField[];
  value: string;
  onChange: (field: string) => void;
}

/** Which field of a row a remark is on; the whole row unless one is chosen. */
export function FieldSelect({ fields, value, onChange }: FieldSelectProps) {
  const { t } = useTranslation();
  if (fields.length === 0) return null;
  const named = fields.map((field) => ({ value: field as string, label: t(labelOf(field)!) }));
  return (
    <NativeSelect
      label={t('remark.field')}
      data={[{ value: '', label: t('remark.wholeRow') }, ...named]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
