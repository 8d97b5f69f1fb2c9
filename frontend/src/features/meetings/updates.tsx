import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { RowUpdate } from '@/api/meeting-types';
import { EvidenceList } from '@/components/case/evidence-list';
import { PlainList } from '@/components/ui/plain-list';
import { ExactTime } from '@/components/ui/time-ago';
import classes from '@/components/case/reported-row.module.css';

/** What units told of rows between the report and the meeting. */
export function Updates({ items, withRow = false }: { items: RowUpdate[]; withRow?: boolean }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  if (items.length === 0) return null;
  return (
    <PlainList gap="xs" aria-label={t('meeting.updates')}>
      {items.map((update) => (
        <li key={update.id} className={classes.update}>
          <strong>
            {t('meeting.updated')} <ExactTime at={update.at} />
          </strong>{' '}
          ({unitName(update.unit)}){withRow && <p className={classes.text}>{update.row_text}</p>}
          <Text fz="inherit">
            {t(update.done ? 'result.done' : 'meeting.notDone')}: {update.result}
            {!update.confirmed && ` (${t('meeting.unconfirmed')})`}
          </Text>
          <EvidenceList items={update.evidence} />
        </li>
      ))}
    </PlainList>
  );
}
