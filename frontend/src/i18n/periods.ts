export type PeriodKind = 'month' | 'quarter' | 'half-year' | 'nine-months' | 'semester' | 'year' | 'school-year' | 'review';

const QUARTERS = ['I', 'II', 'III', 'IV'];

const SHAPES: readonly [PeriodKind, RegExp][] = [
  ['month', /^\d{4}-\d{2}$/],
  ['quarter', /^\d{4}-Q[1-4]$/],
  ['half-year', /^\d{4}-H[12]$/],
  ['nine-months', /^\d{4}-9M$/],
  ['semester', /^\d{4}-\d{4}-S[12]$/],
  ['year', /^\d{4}$/],
  ['school-year', /^\d{4}-\d{4}$/],
];

/** What kind of period a label names; a one-off review may be called anything. */
export function kindOfPeriod(label: string): PeriodKind {
  return SHAPES.find(([, shape]) => shape.test(label))?.[0] ?? 'review';
}

/** "8/2025" for the month whose label is "2025-08", "III/2025" for a quarter, the year for nine months; any other label as it is. */
export function shortPeriod(label: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(label);
  if (month) return `${Number(month[2])}/${month[1]}`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(label);
  if (quarter) return `${QUARTERS[Number(quarter[2]) - 1]}/${quarter[1]}`;
  return label.replace(/-9M$/, '');
}
