import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { FindingRow, MonitoredPlan, MonitoringReport } from '@/api/report-types';
import { TextLink } from '@/components/ui/links';
import { usePeriodName } from '@/components/case/period-name';
import { Proposals } from '@/components/case/proposals';
import { plainDate } from '@/i18n/time';
import { sortRows, twoDigits } from './figures';
import { DoneRow, OpenRow } from './paper-rows';
import classes from './reports.module.css';

/** The report in the form of the Notice: I what is followed, II per item N = k + m, III proposals. */
export function PaperView({ report }: { report: MonitoringReport }) {
  const { t } = useTranslation();
  return (
    <Paper component="section" aria-label={t('report.paper')} withBorder p={{ base: 'sm', sm: 'lg' }} className={classes.paper}>
      <Title order={2} size="h4">
        {t('report.partOne')}
      </Title>
      <ol>
        {report.plans.map((plan) => (
          <li key={plan.plan}>
            <TextLink to="/plans/$id" params={{ id: plan.plan }}>
              {plan.title}
            </TextLink>
            {plan.number && ` (${plan.number})`}
          </li>
        ))}
      </ol>
      <Title order={2} size="h4" mt="md">
        {t('report.partTwo')}
      </Title>
      {report.plans.map((plan, index) => (
        <PlanResult key={plan.plan} n={index + 1} plan={plan} period={report.period} />
      ))}
      {report.totals.due > 0 ? (
        <Text mt="sm" fw={600}>
          {t('report.totals', { due: report.totals.due, done: report.totals.done, open: report.totals.not_done })}
        </Text>
      ) : (
        <Text mt="sm">{t('report.nothingWasDue')}</Text>
      )}
      <Title order={2} size="h4" mt="md">
        {t('report.partThree')}
      </Title>
      {report.proposals.length > 0 ? <Proposals items={report.proposals} /> : <Text>{t('report.noProposals')}</Text>}
    </Paper>
  );
}

function PlanResult({ n, plan, period }: { n: number; plan: MonitoredPlan; period: string }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const { done, open, standing } = sortRows(plan.rows);
  const of = twoDigits(plan.due);
  return (
    <section>
      <Title order={3} size="h5" mt="sm">
        {n}. {plan.title}
      </Title>
      <Text>
        {plan.due > 0
          ? t('report.counted', { period: periodName(period), n: of })
          : t('report.countedNone', { period: periodName(period) })}
      </Text>
      {done.length > 0 && (
        <>
          <Text mt={4}>{t('report.countedDone', { n: twoDigits(done.length), of })}</Text>
          <ul>
            {done.map((row) => (
              <DoneRow key={row.row} row={row} />
            ))}
          </ul>
        </>
      )}
      {open.length > 0 && (
        <>
          <Text mt={4}>{t('report.countedOpen', { n: twoDigits(open.length), of })}</Text>
          <ul className={classes.numbered}>
            {open.map((row, at) => (
              <OpenRow key={row.row} row={row} n={at + 1} />
            ))}
          </ul>
        </>
      )}
      <Standing rows={standing} />
      <Followed plan={plan} />
    </section>
  );
}

function Standing({ rows }: { rows: readonly FindingRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <>
      <Text mt={4}>{t('report.standingRows')}</Text>
      <ul>
        {rows.map((row) => (
          <DoneRow key={row.row} row={row} />
        ))}
      </ul>
    </>
  );
}

/** Which units were looked at, and what was noted week by week. */
function Followed({ plan: { minimum, units, shortfall, progress } }: { plan: MonitoredPlan }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <>
      {minimum && (
        <Text mt={4}>
          {t('report.lookedAtSaid', { n: units.length, least: minimum.value, unit: minimum.unit })}
          {units.length > 0 && `: ${units.map(unitName).join('; ')}`}. {shortfall}
        </Text>
      )}
      {progress.length > 0 && (
        <>
          <Text mt={4}>{t('report.weekly')}:</Text>
          <ul>
            {progress.map(({ on, text }, index) => (
              <li key={index}>
                {plainDate(on)}: {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
