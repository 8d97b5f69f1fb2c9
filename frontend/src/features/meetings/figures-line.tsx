import { useTranslation } from 'react-i18next';
import type { FiguresNow } from '@/api/meeting-types';
import classes from './stage.module.css';

/** N = k + m (+ u) in big figures, as signed; below, what of them nobody checked, and what is done by now. */
export function FiguresLine(figures: FiguresNow & { unfollowed?: number; unchecked?: number }) {
  const { t } = useTranslation();
  const doneNow = useDoneNow();
  const { due, done, not_done, unfollowed = 0, unchecked = 0 } = figures;
  const now = doneNow(figures);
  return (
    <>
      <ul className={classes.figures}>
        <li>
          <strong>{due}</strong> {t('meeting.due')}
        </li>
        <li>
          <strong>{done}</strong> {t('meeting.done')}
        </li>
        <li>
          <strong>{not_done}</strong> {t('meeting.notDone')}
        </li>
        {unfollowed > 0 && (
          <li>
            <strong>{unfollowed}</strong> {t('meeting.unfollowed')}
          </li>
        )}
      </ul>
      {unchecked > 0 && <p className={classes.now}>{t('meeting.unchecked', { n: unchecked })}</p>}
      {now && <p className={classes.now}>{now}</p>}
    </>
  );
}

/** A function that says "5/7; by now 6/7" where updates confirmed since the report change what is done; else nothing. */
export function useDoneNow(): (figures: FiguresNow) => string | undefined {
  const { t } = useTranslation();
  return ({ due, done, done_now }) => (done_now === done ? undefined : t('meeting.doneNow', { due, done, done_now }));
}
