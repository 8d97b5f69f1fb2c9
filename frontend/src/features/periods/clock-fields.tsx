import { Fieldset, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import { DateField } from '@/components/ui/date-field';
import { TimeField } from '@/components/ui/time-field';
import { POINTS, type Clock, type Clocks } from './due-points';

interface ClockFieldsProps {
  value: Clocks;
  /** The refusal of the last attempt. */
  error: unknown;
  onChange: (value: Clocks) => void;
}

/** The four due points of a period, each with its day and hour. */
export function ClockFields({ value, error, onChange }: ClockFieldsProps) {
  const { t } = useTranslation();
  const change = (point: keyof Clocks, part: Partial<Clock>) => onChange({ ...value, [point]: { ...value[point], ...part } });
  return POINTS.map((point) => (
    <Fieldset key={point} legend={t(`month.points.${point}`)} p="md">
      <Group grow align="flex-start">
        <DateField
          label={t('deadlines.day')}
          value={value[point].date}
          error={reasonsAt(error, point)}
          onChange={(date) => change(point, { date })}
        />
        <TimeField label={t('deadlines.time')} value={value[point].time} onChange={(time) => change(point, { time })} />
      </Group>
    </Fieldset>
  ));
}
