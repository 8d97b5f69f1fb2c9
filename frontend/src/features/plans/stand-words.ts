import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { Row } from '@/api/types';
import { plainDate } from '@/i18n/time';

type Stand = NonNullable<Row['stand']>;

/** A function that says at a field of a row in force what was decided of it: at its text, its lead, its due time. */
export function useStandWords(): (field: string, stand: Row['stand'] | undefined, event: string | undefined) => string {
  const { t } = useTranslation();
  const unitName = useUnitNames();

  function dueWords({ due_on, original, extended, waits }: Stand, event: string | undefined): string {
    if (waits) return t('stand.waits');
    if (!due_on) return '';
    const day = plainDate(due_on);
    if (original) return t('stand.extended', { day, n: extended, original: plainDate(original) });
    return event ? t('stand.occurred', { day, event }) : '';
  }

  return (field, stand, event) => {
    if (!stand) return '';
    const { stopped_on, led_by, led_since } = stand;
    if (field === 'text' && stopped_on) return t('stand.stopped', { day: plainDate(stopped_on) });
    if (field === 'leads' && led_by && led_since) return t('stand.led', { unit: unitName(led_by), day: plainDate(led_since) });
    return field === 'due_text' ? dueWords(stand, event) : '';
  };
}
