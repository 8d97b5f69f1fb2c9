import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MonitoredPlan, MonitoringReport } from '@/api/report-types';
import type { Reason } from '@/api/types';
import { rowPlace } from '@/components/ui/row-anchor';
import { Section } from '@/components/ui/section';
import { periodOfUpdates } from './drafted';
import { twoDigits } from './figures';
import { FindingRowItem } from './finding-row';
import { LookedAt } from './looked-at';
import classes from './reports.module.css';
import { notesByRow } from './row-notes';
import type { ReportEditing } from './use-report-drafts';
import { Weekly } from './weekly';

/** "At least 3 units a month" (Notice 242, II.7). */
const asksWhom = ({ minimum, units }: MonitoredPlan) => minimum !== null || units.length > 0;
/** Every week and month (Notice 242, II.3). */
const asksWeekly = ({ cadence, progress }: MonitoredPlan) => cadence === 'weekly-and-monthly' || progress.length > 0;

interface PlanFindingsProps {
  plan: MonitoredPlan;
  report: MonitoringReport;
  editing: ReportEditing;
  missing: readonly Reason[];
  mayUpdate: boolean;
}

/** The verdicts on one plan, and what else the Notice asks of those who follow it. */
export function PlanFindings({ plan, report, editing, missing, mayUpdate }: PlanFindingsProps) {
  const { t } = useTranslation();
  const notes = notesByRow(editing.error, editing.editable ? missing : []);
  const updatesOf = mayUpdate ? periodOfUpdates(report) : undefined;
  const figures = t('report.figures', { due: twoDigits(plan.due), done: twoDigits(plan.done), open: twoDigits(plan.not_done) });
  return (
    <Section title={plan.title} aside={<Text size="sm">{figures}</Text>}>
      {asksWhom(plan) && (
        <div {...rowPlace(plan.plan)}>
          <LookedAt plan={plan} report={report} editable={editing.editable} notes={notes.get(plan.plan) ?? []} />
        </div>
      )}
      {asksWeekly(plan) && <Weekly plan={plan} report={report} editable={editing.editable} />}
      {plan.rows.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('report.noRows')}
        </Text>
      ) : (
        <ul className={classes.rows}>
          {plan.rows.map((row) => (
            <FindingRowItem key={row.row} row={row} editing={editing} notes={notes.get(row.row) ?? []} updatesOf={updatesOf} />
          ))}
        </ul>
      )}
    </Section>
  );
}
