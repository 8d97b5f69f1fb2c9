import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { SignedDetails } from '@/api/types';
import { usePeriodName } from '@/components/case/period-name';
import { plainDate } from '@/i18n/time';

/** What a signature decided of rows, or from which month what it adopted holds; nothing where it says neither. */
export function Decided({ details: { terms, since } }: { details: SignedDetails }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const termsWords = useTermsWords();
  const said = [...(terms ? termsWords(terms) : []), since && t('timeline.since', { month: periodName(since.slice(0, 7)).toLowerCase() })];
  const words = said.filter(Boolean).join(' · ');
  return words && <Text size="sm">{words}</Text>;
}

type Terms = NonNullable<SignedDetails['terms']>;

/** A function from what was decided of rows to its words: by which decision or event, who, and from when. */
function useTermsWords(): (terms: Terms) => string[] {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const day = (date: string | null | undefined) => (date ? plainDate(date) : '');
  return ({ decision, event, unit, on }) =>
    [
      decision ? t('timeline.decision', { number: decision.number, date: day(decision.date) }) : '',
      event ? t('timeline.event', { text: [event.text, event.number].filter(Boolean).join(', '), date: day(event.date) }) : '',
      unit ? t('timeline.movedTo', { unit: unitName(unit), date: day(on) }) : '',
      event && on ? t('timeline.dueOn', { date: day(on) }) : '',
    ].filter(Boolean);
}
