import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MonitoredItem, MonitoredPlan, MonitoringReport } from '@/api/report-types';
import type { Reason } from '@/api/types';
import { rowPlace } from '@/components/ui/row-anchor';
import { Section } from '@/components/ui/section';
import { periodOfUpdates } from './drafted';
import { keyOf, plansUnder, twoDigits } from './figures';
import { FindingRowItem } from './finding-row';
import { LookedAt } from './looked-at';
import classes from './reports.module.css';
import { notesByRow, type RowNote } from './row-notes';
import type { ReportEditing } from './use-word-drafts';
import { Weekly } from './weekly';

/** "At least 3 units a month" (Notice 242, II.7). */
const asksWhom = ({ minimum, units }: MonitoredItem) => minimum !== null || units.length > 0;
/** Every week and month (Notice 242, II.3). */
const asksWeekly = ({ cadence, progress }: MonitoredItem) => cadence === 'weekly-and-monthly' || progress.length > 0;

interface ItemFindingsProps {
  item: MonitoredItem;
  report: MonitoringReport;
  editing: ReportEditing;
  missing: readonly Reason[];
  mayUpdate: boolean;
  /** Whether its rows stand here, and not in a grid. */
  rows: boolean;
}

/** Whether anything of it stands here. */
const hasMore = (item: MonitoredItem) => asksWhom(item) || asksWeekly(item);

/** One item; where its rows stand in a grid, only what else the Notice asks of those who follow it. */
export function ItemFindings(props: ItemFindingsProps) {
  return props.rows || hasMore(props.item) ? <OneItem {...props} /> : null;
}

/** The verdicts on one item, plan by plan, and what else the Notice asks of those who follow it. */
function OneItem({ item, report, editing, missing, mayUpdate, rows }: ItemFindingsProps) {
  const { t } = useTranslation();
  const notes = notesByRow(editing.error, editing.editable ? missing : []);
  const updatesOf = mayUpdate ? periodOfUpdates(report) : undefined;
  const figures = t('report.figures', { due: twoDigits(item.due), done: twoDigits(item.done), open: twoDigits(item.not_done) });
  const plans = plansUnder(report, item);
  return (
    <Section title={item.title} aside={<Text size="sm">{figures}</Text>}>
      {asksWhom(item) && (
        <div {...rowPlace(item.item)}>
          <LookedAt item={item} report={report} editable={editing.editable} notes={notes.get(item.item) ?? []} />
        </div>
      )}
      {asksWeekly(item) && <Weekly item={item} report={report} editable={editing.editable} />}
      {rows &&
        plans.map((plan) => (
          <Stack key={plan.plan} gap="sm">
            {plan.plan !== item.item && <Title order={3}>{plan.title}</Title>}
            <PlanRows plan={plan} editing={editing} notes={notes} updatesOf={updatesOf} />
          </Stack>
        ))}
    </Section>
  );
}

interface PlanRowsProps {
  plan: MonitoredPlan;
  editing: ReportEditing;
  notes: ReadonlyMap<string, readonly RowNote[]>;
  updatesOf: string | undefined;
}

function PlanRows({ plan, editing, notes, updatesOf }: PlanRowsProps) {
  const { t } = useTranslation();
  if (plan.rows.length === 0)
    return (
      <Text c="dimmed" size="sm">
        {t('report.noRows')}
      </Text>
    );
  return (
    <ul className={classes.rows}>
      {plan.rows.map((row) => (
        <FindingRowItem key={keyOf(row)} row={row} editing={editing} notes={notes.get(row.row) ?? []} updatesOf={updatesOf} />
      ))}
    </ul>
  );
}
