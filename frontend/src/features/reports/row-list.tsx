import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/links';
import classes from './reports.module.css';

interface OfPlan {
  row: string;
  plan: string;
  plan_title: string;
}

/** The rows of each plan, in the order in which they come. */
export function byPlan<R extends OfPlan>(rows: readonly R[]): { plan: string; title: string; rows: R[] }[] {
  const plans = new Map<string, { plan: string; title: string; rows: R[] }>();
  for (const row of rows) {
    const known = plans.get(row.plan) ?? { plan: row.plan, title: row.plan_title, rows: [] };
    known.rows.push(row);
    plans.set(row.plan, known);
  }
  return [...plans.values()];
}

/** Rows under the plans that they are of. */
export function RowsByPlan<R extends OfPlan>({ rows, children }: { rows: readonly R[]; children: (row: R) => ReactNode }) {
  return byPlan(rows).map(({ plan, title, rows: mine }) => (
    <Stack gap="xs" key={plan}>
      <Title order={3}>
        <TextLink to="/plans/$id" params={{ id: plan }}>
          {title}
        </TextLink>
      </Title>
      <ul className={classes.rows}>{mine.map(children)}</ul>
    </Stack>
  ));
}
