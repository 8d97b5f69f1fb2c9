import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/api/types';
import { Quiet } from '@/components/ui/quiet';
import type { ChangeKind, ReadField, RowChange } from './row-changes';
import type { DraftRow } from './rows-draft';
import { useStandWords } from './stand-words';
import classes from './rows.module.css';

/** What stands beside a row's own words: what the supplement does to it, and what was decided of it since. */
export interface RowMarks {
  change?: RowChange;
  stand?: Row['stand'];
  /** What it waits for, or waited for. */
  event?: string;
  /** Who answers for it, where the row itself does not say. */
  clear?: Row['clear'];
  /** What became of last year's row. */
  carried?: Row['carried'];
}

/** Whether nobody works on the row any more. */
export const isGone = ({ ended }: Pick<DraftRow, 'ended'>, marks: RowMarks = {}): boolean => ended || Boolean(marks.stand?.stopped_on);

/** Whether the supplement keeps, changes, adds or ends the row. */
export function ChangeBadge({ kind }: { kind: ChangeKind }) {
  const { t } = useTranslation();
  return <Quiet>{t(`supplement.kinds.${kind}`)}</Quiet>;
}

/** What a field said before, struck through; nothing where it says the same. */
export function Was({ change, fields }: { change: RowChange | undefined; fields: readonly ReadField[] }) {
  const { t } = useTranslation();
  const here = change?.fields.filter(({ field, was }) => fields.includes(field) && was !== '') ?? [];
  return here.map(({ field, was }) => (
    <del key={field} className={classes.was}>
      {field === fields[0] ? was : `${t(`row.${field}`)}: ${was}`}
    </del>
  ));
}

/** What was decided of a row in force, at the field that it is about. */
export function StandMark({ marks, field }: { marks: RowMarks; field: ReadField }) {
  const said = useStandWords()(field, marks.stand, marks.event);
  if (!said) return null;
  return (
    <Text size="xs" fw={600} className={classes.stand}>
      {said}
    </Text>
  );
}
