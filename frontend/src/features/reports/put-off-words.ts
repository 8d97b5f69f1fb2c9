import { useTranslation } from 'react-i18next';
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
