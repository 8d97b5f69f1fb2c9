import { Group, Stack } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitRow } from '@/api/report-types';
import { AskExtension } from '@/components/case/ask-extension';
import { rowPlace } from '@/components/ui/row-anchor';
import { FindingBeside } from './finding-beside';
import { OutcomeBadge } from './outcome-badge';
import { canBePutOff } from './put-off-words';
import classes from './reports.module.css';
import { RowHead } from './row-head';
import { Updates } from './updates';
import { WordView } from './word-view';

interface UnitRowProps {
  row: UnitRow;
  /** The period to which notes after the report belong; none where this person cannot add any. */
  updatesOf: string | undefined;
  /** What may be done with it while others are written in. */
  tools?: ReactNode;
}

/** One row of a unit's report to read: what was due, the unit's word, the monitor's beside it once there is one. */
export function UnitRowItem({ row, updatesOf, tools }: UnitRowProps) {
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
        <Stack gap="sm">
          {(row.counted || row.done !== null) && (
            <div>
              <OutcomeBadge word={row} silent={t('report.silent')} />
            </div>
          )}
          <WordView word={row} silent={t('report.nothingSaid')} />
          {tools}
          <Updates row={row} items={row.updates} period={updatesOf} />
          {updatesOf !== undefined && canBePutOff(row) && (
            <Group>
              <AskExtension small rows={[{ row: row.row, label: row.text }]} />
            </Group>
          )}
        </Stack>
        {row.finding && (
          <FindingBeside finding={row.finding} overdue={row.overdue} differs={row.done === true && row.finding.done === false} />
        )}
      </div>
    </li>
  );
}
