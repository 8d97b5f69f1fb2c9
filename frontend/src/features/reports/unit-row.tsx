import { Group, Stack } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitRow } from '@/api/report-types';
import { AskExtension } from '@/components/case/ask-extension';
import { rowPlace } from '@/components/ui/row-anchor';
import { FindingBeside } from './finding-beside';
import { OutcomeBadge } from './outcome-badge';
import { shownWord } from './report-draft';
import classes from './reports.module.css';
import { RowHead } from './row-head';
import type { RowNote } from './row-notes';
import { RowWarnings } from './row-warnings';
import { Updates } from './updates';
import type { ReportEditing } from './use-word-drafts';
import { WordFields } from './word-fields';
import { WordView } from './word-view';

interface UnitRowProps {
  row: UnitRow;
  editing: ReportEditing;
  notes: readonly RowNote[];
  /** The period to which notes after the report belong; none where this person cannot add any. */
  updatesOf: string | undefined;
}

/** One row of a unit's report: what was due, the unit's word, the monitor's beside it once there is one. */
export function UnitRowItem({ row, editing, notes, updatesOf }: UnitRowProps) {
  const { t } = useTranslation();
  const nameId = useId();
  return (
    <li>
      <div
        {...rowPlace(row.row)}
        className={classes.row}
        data-beside={row.finding ? true : undefined}
        role="group"
        aria-labelledby={nameId}
      >
        <RowHead row={row} id={nameId} shared={row.led_by} />
        <Stack gap="xs">
          {editing.editable && !row.settled ? (
            <>
              <WordFields row={row} word={shownWord(editing.draft, row)} notes={notes} onChange={(part) => editing.change(row, part)} />
              <RowWarnings row={row} editing={editing} notes={notes} />
            </>
          ) : (
            <>
              {(row.counted || row.done !== null) && (
                <div>
                  <OutcomeBadge word={row} silent={t('report.silent')} />
                </div>
              )}
              <WordView word={row} silent={t('report.nothingSaid')} />
            </>
          )}
          <Updates row={row} items={row.updates} period={updatesOf} />
          <AskLater row={row} editing={editing} updatesOf={updatesOf} />
        </Stack>
        {row.finding && (
          <FindingBeside finding={row.finding} overdue={row.overdue} differs={row.done === true && row.finding.done === false} />
        )}
      </div>
    </li>
  );
}

/** Room to ask for a later day, for those who write the report. */
function AskLater({ row, editing, updatesOf }: Pick<UnitRowProps, 'row' | 'editing' | 'updatesOf'>) {
  const writes = editing.editable || updatesOf !== undefined;
  if (!writes || !isOpenOnADay(row)) return null;
  return (
    <Group>
      <AskExtension small rows={[{ row: row.row, label: row.text }]} />
    </Group>
  );
}

/** Whether there is a day to put off: the unit alone answers for the row, and it is not done. */
function isOpenOnADay({ done, due_on, settled, in_force, beside, led_by }: UnitRow): boolean {
  return done !== true && due_on !== null && !settled && in_force && !beside && !led_by.startsWith('class:');
}
