import { Table } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { rowPlace } from '@/components/ui/row-anchor';
import { Cell, COLUMNS } from './row-cells';
import { groupRows, type RowGroup } from './row-groups';
import { isGone, type RowMarks } from './row-marks';
import type { Note } from './row-problems';
import { RowTools, type RowActions } from './row-tools';
import type { DraftRow } from './rows-draft';
import classes from './rows.module.css';

export interface RowsProps {
  rows: DraftRow[];
  notes: Map<string, Note[]>;
  marksOf?: (row: DraftRow) => RowMarks;
  /** Absent: the rows can only be read. */
  actions?: RowActions;
}

/** Phụ lục 1 as a table. */
export function RowsTable({ rows, notes, marksOf, actions }: RowsProps) {
  const { t } = useTranslation();
  return (
    <Table layout="fixed" className={classes.table} aria-label={t('row.table')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={classes.number}>{t('row.number')}</Table.Th>
          <Table.Th>{t('row.text')}</Table.Th>
          <Table.Th className={classes.lead}>{t('row.leads')}</Table.Th>
          <Table.Th className={classes.due}>{t('row.due_text')}</Table.Th>
          <Table.Th className={classes.product}>{t('row.product')}</Table.Th>
          <Table.Th className={classes.note}>{t('row.note')}</Table.Th>
          {actions && <Table.Th className={classes.tools}>{t('row.tools')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groupRows(rows).map((group, at) => (
          <Fragment key={at}>
            <GroupHeading group={group} width={COLUMNS.length + (actions ? 1 : 0)} />
            {group.rows.map(({ row, index }) => (
              <Table.Tr key={row.key} {...rowPlace(row.id)} data-gone={isGone(row, marksOf?.(row)) || undefined}>
                {COLUMNS.map((field) => (
                  <Table.Td key={field}>
                    <Cell row={row} field={field} notes={notes.get(row.key) ?? []} marks={marksOf?.(row)} />
                  </Table.Td>
                ))}
                {actions && (
                  <Table.Td>
                    <RowTools row={row} index={index} count={rows.length} {...actions} />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function GroupHeading({ group, width }: { group: RowGroup; width: number }) {
  const { t } = useTranslation();
  return (
    <Table.Tr className={classes.group}>
      <Table.Th colSpan={width} scope="colgroup">
        {[t(`row.kinds.${group.kind}`), group.section].filter(Boolean).join(' – ')}
      </Table.Th>
    </Table.Tr>
  );
}
