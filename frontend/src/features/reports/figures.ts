import type { FindingRow, MonitoredPlan, MonitoringReport } from '@/api/report-types';

/** As the Notice's form writes a count: "05". */
export function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

export interface Sorted {
  done: FindingRow[];
  /** Found not done, and not found anything yet: N = k + m. */
  open: FindingRow[];
  standing: FindingRow[];
}

/** The rows of a plan as the form lists them. */
export function sortRows(rows: readonly FindingRow[]): Sorted {
  return {
    done: rows.filter(({ counted, unfinished }) => counted && !unfinished),
    open: rows.filter(({ unfinished }) => unfinished),
    standing: rows.filter(({ counted }) => !counted),
  };
}

/** Rows on which the unit has spoken and the monitoring unit has not. */
export function agreeable(rows: readonly FindingRow[], unit?: string): number {
  return rows.filter((row) => row.done === null && typeof row.word?.done === 'boolean' && (!unit || row.unit === unit)).length;
}

export function rowsOf(report: MonitoringReport): FindingRow[] {
  return report.plans.flatMap(({ rows }) => rows);
}

/** The units whose rows are followed, in the order in which they come; not the monitoring unit itself. */
export function followedUnits(report: MonitoringReport): string[] {
  return [
    ...new Set(
      rowsOf(report)
        .filter((row) => !row.self)
        .map(({ unit }) => unit),
    ),
  ];
}

/** What PATCH takes of the units looked at: all plans with a minimum, one of them changed. */
export function monitoredWith(plans: readonly MonitoredPlan[], changed: { plan: string; units: string[]; shortfall: string }) {
  return plans
    .filter(({ minimum, units }) => minimum !== null || units.length > 0)
    .map(({ plan, units, shortfall }) => (plan === changed.plan ? changed : { plan, units, shortfall }));
}

/** What PATCH takes of the weekly entries: all plans, those of one of them changed. */
export function progressWith(plans: readonly MonitoredPlan[], of: string, entries: MonitoredPlan['progress']) {
  return plans.flatMap(({ plan, progress }) => (plan === of ? entries : progress).map(({ on, text }) => ({ plan, on, text })));
}
