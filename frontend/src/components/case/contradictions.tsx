import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contradiction } from '@/api/meeting-types';
import { useUnitNames } from '@/api/reference';
import { PlainList } from '@/components/ui/plain-list';
import classes from './reported-row.module.css';

/** Rows that the unit calls done and the monitoring unit does not: both words, side by side. */
export function Contradictions({ items }: { items: Contradiction[] }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Stack gap="sm">
      <Text fz="inherit">{t('meeting.contradiction')}</Text>
      <PlainList aria-label={t('meeting.contradictions', { n: items.length })} gap="sm">
        {items.map(({ row, text, unit, monitor, word, verdict }) => (
          <li key={row} className={classes.row} data-open>
            <p className={classes.text}>{text}</p>
            <dl className={classes.told}>
              <div>
                <dt>{t('meeting.unitSays', { unit: unitName(unit) })}</dt>
                <dd>{word || t('result.done')}</dd>
              </div>
              <div>
                <dt>{t('meeting.monitorSays', { unit: unitName(monitor) })}</dt>
                <dd>{verdict || t('meeting.notDone')}</dd>
              </div>
            </dl>
          </li>
        ))}
      </PlainList>
    </Stack>
  );
}
