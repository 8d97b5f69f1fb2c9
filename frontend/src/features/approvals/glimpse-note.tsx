import { useTranslation } from 'react-i18next';
import type { Glimpse } from '@/api/types';

/** What a signer looks at first, in few words: nothing where all is quiet. */
export function useGlimpseWords(): (glimpse: Glimpse, submission: number) => string[] {
  const { t } = useTranslation();
  return ({ tally, changes, answered }, submission) => [
    ...(tally?.contradictions ? [t('inbox.contradictions', { n: tally.contradictions })] : []),
    ...(tally?.overdue ? [t('inbox.overdueRows', { n: tally.overdue })] : []),
    ...(answered ? [t('inbox.answered', { n: answered })] : []),
    ...(changes === null ? [] : [t('inbox.changes', { n: submission, m: changes })]),
  ];
}
