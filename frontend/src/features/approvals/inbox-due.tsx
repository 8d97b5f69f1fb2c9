import { useTranslation } from 'react-i18next';
import type { InboxItem } from '@/api/types';
import { distanceTo, exactTime, isPast } from '@/i18n/time';
import { TimeAgo } from '@/components/ui/time-ago';
import classes from './inbox.module.css';

/** How long until it is due, in working days; what is late stands in the only pill, what is due on no day says since when it waits. */
export function InboxDue({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  if (item.due_at === null || item.working_days === null) {
    return (
      <span className={classes.quiet}>
        {t('since')} <TimeAgo at={item.since} />
      </span>
    );
  }
  return <Left at={item.due_at} days={item.working_days} />;
}

function Left({ at, days }: { at: string; days: number }) {
  const { t, i18n } = useTranslation();
  const title = exactTime(at);
  if (isPast(at)) {
    return (
      <time dateTime={at} title={title} className={classes.late}>
        {days < 0 ? t('inbox.late', { n: -days }) : t('inbox.lateToday')}
      </time>
    );
  }
  return (
    <time dateTime={at} title={title} className={days <= 0 ? classes.soon : undefined}>
      {days <= 0 ? t('inbox.left', { time: distanceTo(at, i18n.language) }) : t('inbox.leftDays', { n: days })}
    </time>
  );
}
