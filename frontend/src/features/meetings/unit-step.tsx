import { useTranslation } from 'react-i18next';
import type { AgendaUnit, ReportedRow as Row, RowUpdate } from '@/api/meeting-types';
import { CaseLink } from '@/components/case/case-link';
import { Fold } from '@/components/ui/fold';
import { PlainList } from '@/components/ui/plain-list';
import { FiguresLine, useDoneNow } from './figures-line';
import { ReportedRow } from '@/components/case/reported-row';
import classes from './stage.module.css';
import { Updates } from './updates';

/** One monitoring unit before the leadership: its figures, then plan by plan what is not done. */
export function UnitStep({ unit, updates }: { unit: AgendaUnit; updates: RowUpdate[] }) {
  const { t } = useTranslation();
  const open = unit.plans.filter((plan) => plan.not_done > 0);
  const closed = unit.plans.filter((plan) => plan.not_done === 0);
  return (
    <>
      <FiguresLine {...unit} />
      <CaseLink kind="monitoring-report" id={unit.case}>
        {t('meeting.openReport')}
      </CaseLink>
      {open.map((plan) => (
        <Plan key={plan.plan} plan={plan} updates={updates} />
      ))}
      {closed.length > 0 && (
        <Fold summary={t('meeting.plansInOrder', { n: closed.length })}>
          {closed.map((plan) => (
            <Plan key={plan.plan} plan={plan} updates={updates} />
          ))}
        </Fold>
      )}
    </>
  );
}

function Plan({ plan, updates }: { plan: AgendaUnit['plans'][number]; updates: RowUpdate[] }) {
  const { t } = useTranslation();
  const now = useDoneNow()(plan);
  const unfinished = plan.rows.filter((row) => row.unfinished);
  const others = plan.rows.filter((row) => !row.unfinished);
  return (
    <article aria-label={plan.title}>
      <h3 className={classes.subheading}>{plan.title}</h3>
      <p className={classes.line}>{t('meeting.planFigures', { due: plan.due, done: plan.done, not_done: plan.not_done })}</p>
      {now && <p className={classes.now}>{now}</p>}
      <Rows rows={unfinished} updates={updates} />
      {others.length > 0 && (
        <Fold summary={t('meeting.otherRows', { n: others.length })}>
          <Rows rows={others} updates={updates} />
        </Fold>
      )}
    </article>
  );
}

function Rows({ rows, updates }: { rows: Row[]; updates: RowUpdate[] }) {
  if (rows.length === 0) return null;
  return (
    <PlainList gap="sm">
      {rows.map((row) => (
        <ReportedRow key={`${row.row} ${row.due_on}`} row={row}>
          <Updates items={updates.filter((update) => update.row === row.row)} />
        </ReportedRow>
      ))}
    </PlainList>
  );
}
