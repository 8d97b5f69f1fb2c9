import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DuePoint } from '@/api/report-types';
import type { Period } from '@/api/types';
import { Countdown } from '@/components/ui/countdown';
import { exactTime } from '@/i18n/time';
import classes from './matrix.module.css';

const POINTS: readonly DuePoint[] = ['unit_due_at', 'office_due_at', 'leadership_due_at', 'meeting_at'];

/** Until when each step of the period is due, and how long that is. */
export function DuePoints({ period }: { period: Period }) {
  const { t } = useTranslation();
  return (
    <>
      <dl className={classes.points}>
        {POINTS.map((point) => {
          const at = period[point];
          return (
            at && (
              <div key={point}>
                <dt>{t(`month.points.${point}`)}</dt>
                <dd>
                  <Countdown at={at} />
                </dd>
              </div>
            )
          );
        })}
      </dl>
      {period.override_reason && period.corrections.length === 0 && (
        <Text size="sm">
          {t('month.overridden')}: {period.override_reason}
        </Text>
      )}
      {period.corrections.map((correction) => (
        <Correction key={correction.at} correction={correction} />
      ))}
    </>
  );
}

/** What due points were before they were corrected, by whom and why. */
function Correction({ correction: { at, by, before, reason } }: { correction: Period['corrections'][number] }) {
  const { t } = useTranslation();
  const points = POINTS.flatMap((point) => (before[point] ? [`${t(`month.points.${point}`)}: ${exactTime(before[point])}`] : []));
  return <Text size="sm">{t('month.before', { points: points.join('; '), by, at: exactTime(at), reason })}</Text>;
}
