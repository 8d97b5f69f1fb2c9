import { useTranslation } from 'react-i18next';
import type { FiguresNow } from '@/api/meeting-types';
import classes from './stage.module.css';

/** N = k + m in big figures, as signed; below, what is done by now. */
export function FiguresLine(figures: FiguresNow) {
  const { t } = useTranslation();
  const doneNow = useDoneNow();
  const { due, done, not_done } = figures;
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
      </ul>
      {now && <p className={classes.now}>{now}</p>}
    </>
  );
}

/** The figures of several, added up. */
export function sumOf(parts: readonly FiguresNow[]): FiguresNow {
  const sum = { due: 0, done: 0, not_done: 0, done_now: 0 };
  for (const { due, done, not_done, done_now } of parts) {
    sum.due += due;
    sum.done += done;
    sum.not_done += not_done;
    sum.done_now += done_now;
  }
  return sum;
}

/** A function that says "5/7; by now 6/7" where updates confirmed since the report change what is done; else nothing. */
export function useDoneNow(): (figures: FiguresNow) => string | undefined {
  const { t } = useTranslation();
  return ({ due, done, done_now }) => (done_now === done ? undefined : t('meeting.doneNow', { due, done, done_now }));
}
