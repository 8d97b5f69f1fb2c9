import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { FindingRow, MonitoredItem, MonitoredPlan, MonitoringReport } from '@/api/report-types';
import { TextLink } from '@/components/ui/links';
import { usePeriodName } from '@/components/case/period-name';
import { Proposals } from '@/components/case/proposals';
import { plainDate } from '@/i18n/time';
import { keyOf, plansUnder, sortRows, twoDigits } from './figures';
import { DoneRow, OpenRow } from './paper-rows';
import { PutOff } from './put-off';
import classes from './reports.module.css';

/** The report in the form of the Notice: I what is followed, II per item N = k + m, III proposals. */
export function PaperView({ report }: { report: MonitoringReport }) {
  const { t } = useTranslation();
  return (
    <Paper component="section" aria-label={t('report.paper')} withBorder p={{ base: 'md', sm: 'lg' }} className={classes.paper}>
      <Title order={2}>{t('report.partOne')}</Title>
      <ol>
        {report.items.map((item) => (
          <li key={item.item}>
            <Named item={item} plans={plansUnder(report, item)} />
          </li>
        ))}
      </ol>
      <Title order={2} mt="md">
        {t('report.partTwo')}
      </Title>
      {report.items.map((item, index) => (
        <ItemResult key={item.item} n={index + 1} item={item} plans={plansUnder(report, item)} period={report.period} />
      ))}
      {report.totals.due > 0 ? (
        <Text mt="sm" fw={600}>
          {t('report.totals', { due: report.totals.due, done: report.totals.done, open: report.totals.not_done })}
        </Text>
      ) : (
        <Text mt="sm">{t('report.nothingWasDue')}</Text>
      )}
      <Earlier report={report} />
      <Title order={2} mt="md">
        {t('report.partThree')}
      </Title>
      {report.proposals.length > 0 ? <Proposals items={report.proposals} /> : <Text>{t('report.noProposals')}</Text>}
    </Paper>
  );
}

/** What was found of the month before, apart: none of it is counted above. */
function Earlier({ report: { earlier } }: { report: MonitoringReport }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const { done, open } = sortRows(earlier);
  if (earlier.length === 0) return null;
  return (
    <section>
      <Title order={3} mt="sm">
        {t('report.earlier', { period: periodName(earlier[0]!.period) })}
      </Title>
      <ul>
        {done.map((row) => (
          <DoneRow key={keyOf(row)} row={row} />
        ))}
      </ul>
      <ul className={classes.numbered}>
        {open.map((row, at) => (
          <OpenRow key={keyOf(row)} row={row} n={at + 1} />
        ))}
      </ul>
    </section>
  );
}

/** An item of part I: a plan, or a class of plans with each of them. */
function Named({ item, plans }: { item: MonitoredItem; plans: readonly MonitoredPlan[] }) {
  const links = plans.map((plan) => (
    <span key={plan.plan}>
      <TextLink to="/plans/$id" params={{ id: plan.plan }}>
        {plan.title}
      </TextLink>
      {plan.number && ` (${plan.number})`}
    </span>
  ));
  if (plans.length === 1 && plans[0]!.plan === item.item) return links;
  return (
    <>
      {item.title}
      <ul>
        {links.map((link) => (
          <li key={link.key}>{link}</li>
        ))}
      </ul>
    </>
  );
}

interface ItemResultProps {
  n: number;
  item: MonitoredItem;
  plans: readonly MonitoredPlan[];
  period: string;
}

function ItemResult({ n, item, plans, period }: ItemResultProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const { done, open, standing } = sortRows(plans.flatMap(({ rows }) => rows));
  const of = twoDigits(item.due);
  return (
    <section>
      <Title order={3} mt="sm">
        {n}. {item.title}
      </Title>
      <Text>
        {item.due > 0
          ? t('report.counted', { period: periodName(period), n: of })
          : t('report.countedNone', { period: periodName(period) })}
      </Text>
      {done.length > 0 && (
        <>
          <Text mt="xs">{t('report.countedDone', { n: twoDigits(done.length), of })}</Text>
          <ul>
            {done.map((row) => (
              <DoneRow key={keyOf(row)} row={row} />
            ))}
          </ul>
        </>
      )}
      {open.length > 0 && (
        <>
          <Text mt="xs">{t('report.countedOpen', { n: twoDigits(open.length), of })}</Text>
          <ul className={classes.numbered}>
            {open.map((row, at) => (
              <OpenRow key={keyOf(row)} row={row} n={at + 1} />
            ))}
          </ul>
        </>
      )}
      <Standing rows={standing} />
      <PutOff byUnit rows={plans.flatMap(({ extended }) => extended)} />
      <Followed item={item} />
    </section>
  );
}

function Standing({ rows }: { rows: readonly FindingRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <>
      <Text mt="xs">{t('report.standingRows')}</Text>
      <ul>
        {rows.map((row) => (
          <DoneRow key={keyOf(row)} row={row} />
        ))}
      </ul>
    </>
  );
}

/** Which units were looked at, and what was noted week by week. */
function Followed({ item: { minimum, units, shortfall, progress } }: { item: MonitoredItem }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <>
      {minimum && (
        <Text mt="xs">
          {t('report.lookedAtSaid', { n: units.length, least: minimum.value, unit: minimum.unit })}
          {units.length > 0 && `: ${units.map(unitName).join('; ')}`}. {shortfall}
        </Text>
      )}
      {progress.length > 0 && (
        <>
          <Text mt="xs">{t('report.weekly')}:</Text>
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
