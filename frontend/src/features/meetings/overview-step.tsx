import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '@/api/meeting-types';
import { Fold } from '@/components/ui/fold';
import { PlainList } from '@/components/ui/plain-list';
import { Contradictions } from '@/components/case/contradictions';
import { FiguresLine } from './figures-line';
import { ABSENT, AbsentList } from '@/components/case/absent-reports';
import { exactTime } from '@/i18n/time';
import { ReportedRow } from '@/components/case/reported-row';
import classes from './stage.module.css';
import { Updates } from './updates';

/** The whole month: figures, who is missing, what the office puts before the leadership; the rest folded. */
export function OverviewStep({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  const { highlights, annex, updates, contradictions } = agenda;
  if (agenda.consolidations.length === 0) return <Text fz="inherit">{t('meeting.notVisible')}</Text>;
  return (
    <>
      <FiguresLine {...agenda.figures} />
      <Text fz="inherit">{t('consolidation.speaksFor', spokenFor(agenda))}</Text>
      {agenda.consolidations.map(({ id, as_of }) => (
        <Text key={id} fz="inherit">
          {t('consolidation.asOf', { at: exactTime(as_of) })}
        </Text>
      ))}
      <Assessments agenda={agenda} />
      {ABSENT.filter((name) => name === 'missing' || agenda[name].length > 0).map((name) => (
        <Part key={name} title={t(`consolidation.${name}`, { n: agenda[name].length })}>
          <AbsentList reports={agenda[name]} />
        </Part>
      ))}
      <Part title={t('meeting.highlights', { n: highlights.length })}>
        {highlights.length === 0 && <Text fz="inherit">{t('meeting.noHighlights')}</Text>}
        <PlacedRows rows={highlights} updates={updates} />
        {annex.length > 0 && (
          <Fold summary={t('meeting.annex', { n: annex.length })}>
            <PlacedRows rows={annex} updates={updates} />
          </Fold>
        )}
      </Part>
      {contradictions.length > 0 && (
        <Part title={t('meeting.contradictions', { n: contradictions.length })}>
          <Contradictions items={contradictions} />
        </Part>
      )}
      {updates.length > 0 && (
        <Part title={t('meeting.updates')}>
          <Updates items={updates} withRow />
        </Part>
      )}
    </>
  );
}

function Assessments({ agenda }: { agenda: Agenda }) {
  return agenda.consolidations
    .filter(({ assessment }) => assessment)
    .map(({ id, title, assessment }) => (
      <Part key={id} title={title}>
        <Text fz="inherit" style={{ whiteSpace: 'pre-wrap' }}>
          {assessment}
        </Text>
      </Part>
    ));
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className={classes.subheading}>{title}</h3>
      {children}
    </section>
  );
}

function PlacedRows({ rows, updates }: { rows: Agenda['highlights']; updates: Agenda['updates'] }) {
  return (
    <PlainList gap="sm">
      {rows.map((row) => (
        <ReportedRow key={`${row.row} ${row.due_on}`} row={row} plan={row.plan_title}>
          <Updates items={updates.filter((update) => update.row === row.row)} />
        </ReportedRow>
      ))}
    </PlainList>
  );
}

/** For how many monitoring units the figures speak. */
function spokenFor(agenda: Agenda): { n: number; of: number } {
  const heard = new Set(agenda.units.map(({ unit }) => unit));
  const owed = ABSENT.flatMap((name) => agenda[name].filter(({ kind }) => kind === 'monitoring-report').map(({ unit }) => unit));
  return { n: heard.size, of: new Set([...heard, ...owed]).size };
}
