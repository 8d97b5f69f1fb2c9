import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Consolidation } from '@/api/meeting-types';
import { useUnitNames } from '@/api/reference';
import { Fold } from '@/components/ui/fold';
import { Section } from '@/components/ui/section';
import { exactTime } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import classes from './missing.module.css';

const KINDS = [
  ['monitoring-report', 'consolidation.monitoringReport'],
  ['unit-report', 'consolidation.unitReport'],
] as const;
export const ABSENT = ['missing', 'waiting', 'sent_back', 'outside'] as const;

// More names than this are one click away.
const SHOWN_AT_ONCE = 8;

/** A report that is not inside, with what its list says of it. */
export interface AbsentReport extends Pick<Consolidation['outside'][number], 'unit' | 'kind' | 'monitor' | 'case'> {
  lies_with?: 'head' | 'officers' | null;
  signed_at?: string | null;
  late?: boolean;
  waits_at?: string | null;
  returned_at?: string | null;
  returned_by?: string | null;
  /** When its head signed it, after the moment that the consolidation shows. */
  signed_after?: string | null;
}

export type AbsentLists = Record<(typeof ABSENT)[number], readonly AbsentReport[]>;

/** Who is not inside, each in the list where it belongs: nobody who has signed stands under "Chưa nộp". */
export function AbsentSections({ lists }: { lists: AbsentLists }) {
  const { t } = useTranslation();
  return ABSENT.filter((name) => name === 'missing' || lists[name].length > 0).map((name) => (
    <Section key={name} title={t(`consolidation.${name}`, { n: lists[name].length })}>
      <AbsentList reports={lists[name]} />
    </Section>
  ));
}

/** `folds`: many of a kind are one click away; not where the list itself was asked for. */
export function AbsentList({ reports, folds = true }: { reports: readonly AbsentReport[]; folds?: boolean }) {
  const { t } = useTranslation();
  if (reports.length === 0) return <Text fz="inherit">{t('consolidation.nobodyMissing')}</Text>;
  return KINDS.map(([kind, label]) => {
    const mine = reports.filter((report) => report.kind === kind);
    if (mine.length === 0) return null;
    const title = t(label, { n: mine.length });
    if (folds && mine.length > SHOWN_AT_ONCE)
      return (
        <Fold key={kind} summary={title}>
          <Names reports={mine} />
        </Fold>
      );
    return (
      <div key={kind}>
        <Title order={3} fz="1em">
          {title}
        </Title>
        <Names reports={mine} />
      </div>
    );
  });
}

/** No links: what was never submitted, only its own unit sees. */
function Names({ reports }: { reports: readonly AbsentReport[] }) {
  const nameOf = useReportNames();
  return (
    <ul className={classes.names}>
      {reports.map((report) => (
        <li key={`${report.unit} ${report.monitor ?? ''} ${report.case ?? ''}`}>
          {nameOf(report)} <Known report={report} />
        </li>
      ))}
    </ul>
  );
}

/** With whom it lies, since when, and what came of it after the closing. */
function Known({ report }: { report: AbsentReport }) {
  const { t } = useTranslation();
  const said = useKnown()(report);
  return (
    <>
      {said.length > 0 && (
        <Text span size="sm" c="dimmed">
          ({said.join('; ')})
        </Text>
      )}{' '}
      {report.late && <Orange>{t('month.status.late')}</Orange>}
      {report.signed_after && <Orange>{t('consolidation.afterClosing', { at: exactTime(report.signed_after) })}</Orange>}
    </>
  );
}

function Orange({ children }: { children: string }) {
  return <Quiet>{children}</Quiet>;
}

/** A function from a report to what its list knows of it. */
function useKnown(): (report: AbsentReport) => string[] {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return ({ lies_with, signed_at, waits_at, returned_at, returned_by, signed_after }) =>
    [
      lies_with && !signed_after && t(`consolidation.liesWith.${lies_with}`),
      signed_at && t('consolidation.firstSigned', { at: exactTime(signed_at) }),
      waits_at && t('consolidation.waitsAt', { unit: unitName(waits_at) }),
      returned_at && t('consolidation.returnedBy', { unit: returned_by, at: exactTime(returned_at) }),
    ].filter((text): text is string => Boolean(text));
}

/** A function from a report to whose it is: "Phòng Đào tạo (gửi Phòng Hành chính – Quản trị)". */
export function useReportNames(): (report: Pick<AbsentReport, 'unit' | 'monitor'>) => string {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return ({ unit, monitor }) => unitName(unit) + (monitor ? ` (${t('consolidation.sentTo', { unit: unitName(monitor) })})` : '');
}
