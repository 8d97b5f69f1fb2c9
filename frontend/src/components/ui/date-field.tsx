import { DateInput } from '@mantine/dates';
import { DATE_FORMAT } from '@/i18n/time';

interface DateFieldProps {
  label: string;
  /** YYYY-MM-DD, or an empty string. */
  value: string;
  error?: string;
  required?: boolean;
  onChange: (value: string) => void;
}

/** A date typed as dd/mm/yyyy or picked. */
export function DateField({ value, onChange, ...field }: DateFieldProps) {
  return (
    <DateInput
      {...field}
      value={value || null}
      valueFormat={DATE_FORMAT}
      placeholder="dd/mm/yyyy"
      clearable={false}
      onChange={(date) => onChange(date ?? '')}
    />
  );
}
