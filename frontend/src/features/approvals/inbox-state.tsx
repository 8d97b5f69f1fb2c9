import { CircleAlert, CircleDashed, CornerUpLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '@/api/types';
import { lookOf } from '@/components/case/case-states';
import { useGlimpseWords } from './glimpse-note';
import classes from './inbox.module.css';

/** Where it stands, as quiet text with one sign; what asks for a look comes first. */
export function InboxState({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  const words = useGlimpseWords()(item.glimpse, item.submission);
  const { Icon, said } = useStanding(item);
  const Sign = item.glimpse.quiet ? Icon : CircleAlert;
  const all = [...words, said];
  return (
    <span className={classes.state} title={all.join(' · ')}>
      <Sign size={16} aria-hidden />
      <span className={classes.cut}>
        <span className={classes.hidden}>{t('inbox.columns.state')}: </span>
        {all.join(' · ')}
      </span>
    </span>
  );
}

function useStanding({ state, kind, waits_for, returned }: InboxItem) {
  const { t } = useTranslation();
  if (state === 'draft' && waits_for === 'head') return { Icon: CircleDashed, said: t('standing.awaitingApproval') };
  if (state === 'draft' && returned > 0) return { Icon: CornerUpLeft, said: t('standing.returned', { round: returned }) };
  const { Icon, label } = lookOf(state, kind);
  return { Icon, said: t(label) };
}
