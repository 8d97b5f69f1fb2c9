import { Text } from '@mantine/core';
import { BadgeCheck, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { RowUpdate } from '@/api/meeting-types';
import { CaseLink } from '@/components/case/case-link';
import { EvidenceList } from '@/components/case/evidence-list';
import { PlainList } from '@/components/ui/plain-list';
import { ExactTime } from '@/components/ui/time-ago';
import { plainDate } from '@/i18n/time';
import classes from '@/components/case/reported-row.module.css';
import { Quiet } from '@/components/ui/quiet';

/** What units told of rows between the report and the meeting; what is not confirmed does not count. */
export function Updates({ items, withRow = false }: { items: RowUpdate[]; withRow?: boolean }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  if (items.length === 0) return null;
  return (
    <PlainList gap="sm" aria-label={t('meeting.updates')}>
      {items.map((update) => (
        <li key={update.id} className={classes.update}>
          <CaseLink kind="update" id={update.id}>
            {t('meeting.updated')} <ExactTime at={update.at} />
          </CaseLink>{' '}
          ({unitName(update.unit)}) <Counts confirmed={update.confirmed} />
          {withRow && <p className={classes.text}>{update.row_text}</p>}
          <Text fz="inherit">
            {t(update.done ? 'result.done' : 'meeting.notDone')}
            {update.completed_on && ` ${plainDate(update.completed_on)}`}: {update.result}
          </Text>
          <EvidenceList items={update.evidence} />
        </li>
      ))}
    </PlainList>
  );
}

/** Whether it is among what is done by now. */
function Counts({ confirmed }: { confirmed: boolean }) {
  const { t } = useTranslation();
  const Icon = confirmed ? BadgeCheck : Hourglass;
  return <Quiet Icon={Icon}>{t(confirmed ? 'update.confirmed' : 'meeting.unconfirmed')}</Quiet>;
}
