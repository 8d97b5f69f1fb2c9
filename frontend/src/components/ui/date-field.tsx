import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { DATE_FORMAT } from '@/i18n/time';

interface DateFieldProps {
  label: string;
  description?: string;
  /** YYYY-MM-DD, or an empty string. */
  value: string;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  onChange: (value: string) => void;
}

/** A date typed as dd/mm/yyyy or picked. */
export function DateField({ value, onChange, ...field }: DateFieldProps) {
  const { t } = useTranslation();
  return (
    <DateInput
      {...field}
      value={value || null}
      valueFormat={DATE_FORMAT}
      placeholder="dd/mm/yyyy"
      clearable={false}
      ariaLabels={{
        previousMonth: t('calendar.previousMonth'),
        nextMonth: t('calendar.nextMonth'),
        previousYear: t('calendar.previousYear'),
        nextYear: t('calendar.nextYear'),
        previousDecade: t('calendar.previousDecade'),
        nextDecade: t('calendar.nextDecade'),
      }}
      onChange={(date) => onChange(date ?? '')}
    />
  );
}
