import { useTranslation } from 'react-i18next';
import type { Figures } from '@/api/meeting-types';
import classes from './stage.module.css';

/** N = k + m in big figures. */
export function FiguresLine({ due, done, not_done }: Figures) {
  const { t } = useTranslation();
  return (
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
  );
}
