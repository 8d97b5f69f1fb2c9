import type { MatrixCell, ReportStatus } from '../../api/report-types';

const WORST_FIRST: readonly ReportStatus[] = ['missing', 'late', 'pending', 'on-time', 'nothing-due'];

/** What colours a cell: the worst of what the unit owes. */
export function worstOf({ reports, monitoring }: Pick<MatrixCell, 'reports' | 'monitoring'>): ReportStatus | undefined {
  return WORST_FIRST.find((status) => reports?.status === status || monitoring?.status === status);
}
