import { useTranslation } from 'react-i18next';
import type { UnitRow } from '@/api/report-types';
import { plainDate } from '@/i18n/time';

interface PutOff {
  due_on: string | null;
  extended?: { times: number; original: string } | null;
}

/** A function that says until when a row was put off, how often, and which its first day was; empty where it was not. */
export function usePutOffWords(): (row: PutOff) => string {
  const { t } = useTranslation();
  return ({ due_on: day, extended }) =>
    extended && day ? t('stand.extended', { day: plainDate(day), n: extended.times, original: plainDate(extended.original) }) : '';
}

/** Whether there is a day to put off: the unit alone answers for the row, and it is not done. */
export function canBePutOff({ done, due_on, settled, in_force, beside, led_by }: UnitRow): boolean {
  return done !== true && due_on !== null && !settled && in_force && !beside && !led_by.startsWith('class:');
}
