import { sharesOf } from '@/components/case/shares';
import type { FindingRow, MonitoredItem, MonitoredPlan, MonitoringReport } from '@/api/report-types';

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

/** Names a row in a list: in a span of months a recurring one stands there once for each of its times. */
export function keyOf({ row, due_on }: { row: string; due_on: string | null }): string {
  return `${row} ${due_on}`;
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

/** All rows that want a verdict: those of the report's month, and those of the month before that are asked for apart. */
export function judgedRows(report: MonitoringReport): FindingRow[] {
  return [...rowsOf(report), ...report.earlier];
}

/** The units whose rows are followed, in the order in which they come; not the monitoring unit itself. */
export function followedUnits(report: MonitoringReport): string[] {
  return [
    ...new Set(
      rowsOf(report)
        .filter((row) => !row.self)
        .flatMap((row) => (sharesOf(row).length > 0 ? sharesOf(row).map(({ unit }) => unit) : [row.unit])),
    ),
  ];
}

/** The plans of a report under one of its items. */
export function plansUnder(report: MonitoringReport, of: MonitoredItem): MonitoredPlan[] {
  return report.plans.filter(({ item }) => item === of.item);
}

/** What PATCH takes of the units looked at: all items with a minimum, one of them changed. */
export function monitoredWith(items: readonly MonitoredItem[], changed: { item: string; units: string[]; shortfall: string }) {
  return items
    .filter(({ minimum, units }) => minimum !== null || units.length > 0)
    .map(({ item, units, shortfall }) => (item === changed.item ? changed : { item, units, shortfall }));
}

/** What PATCH takes of the weekly entries: all items, those of one of them changed. */
export function progressWith(items: readonly MonitoredItem[], of: string, entries: MonitoredItem['progress']) {
  return items.flatMap(({ item, progress }) => (item === of ? entries : progress).map(({ on, text }) => ({ item, on, text })));
}
