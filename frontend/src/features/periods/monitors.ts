import type { MatrixRow } from '@/api/report-types';

type Reporting = Pick<MatrixRow, 'unit'> & {
  cells: readonly { reports: { parts: readonly { monitor: string }[] } | null }[];
};

/** The units (codes) that judge what a unit reports in a period; what it follows itself is judged in its own report. */
export function monitorsOf(rows: readonly Reporting[], unit: string): string[] {
  const parts = rows.filter((row) => row.unit === unit).flatMap(({ cells }) => cells.flatMap(({ reports }) => reports?.parts ?? []));
  return [...new Set(parts.map(({ monitor }) => monitor))].filter((monitor) => monitor !== unit);
}
