import { Title } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { rowPlace } from '@/components/ui/row-anchor';
import { Cell, COLUMNS, isFilled } from './row-cells';
import { isGone } from './row-marks';
import { groupRows } from './row-groups';
import { RowTools } from './row-tools';
import type { RowsProps } from './rows-table';
import classes from './rows.module.css';

/** Phụ lục 1 on a phone: a card per row. */
export function RowCards({ rows, notes, marksOf, actions }: RowsProps) {
  const { t } = useTranslation();
  return groupRows(rows).map((group, at) => (
    <Fragment key={at}>
      <Title order={3}>{[t(`row.kinds.${group.kind}`), group.section].filter(Boolean).join(' – ')}</Title>
      <ul className={classes.cards}>
        {group.rows.map(({ row, index }) => (
          <li key={row.key} {...rowPlace(row.id)} className={classes.card} data-gone={isGone(row, marksOf?.(row)) || undefined}>
            <dl>
              {COLUMNS.filter((field) => isFilled(row, field, notes.get(row.key), marksOf?.(row))).map((field) => (
                <div key={field}>
                  <dt>{t(`row.${field}`)}</dt>
                  <dd>
                    <Cell row={row} field={field} notes={notes.get(row.key) ?? []} marks={marksOf?.(row)} />
                  </dd>
                </div>
              ))}
            </dl>
            {actions && <RowTools row={row} index={index} count={rows.length} {...actions} />}
          </li>
        ))}
      </ul>
    </Fragment>
  ));
}
