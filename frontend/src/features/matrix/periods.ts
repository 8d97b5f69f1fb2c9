import type { Period } from '@/api/types';

type Spanned = Pick<Period, 'label' | 'starts' | 'ends' | 'confirmed_at'>;

/** The periods that are reported on: their due points were confirmed. Newest first, as the server orders them. */
export function reportedOn<P extends Spanned>(periods: readonly P[]): P[] {
  return periods.filter(({ confirmed_at: confirmed }) => confirmed !== null);
}

/** The one that a day (YYYY-MM-DD) is in, the shortest of several; else the latest that has begun, else the first. */
export function currentOf<P extends Spanned>(periods: readonly P[], day: string): P | undefined {
  const around = periods.filter(({ starts, ends }) => starts <= day && day <= ends);
  if (around.length > 0) return around.reduce((one, other) => (other.starts > one.starts ? other : one));
  const begun = periods.filter(({ starts }) => starts <= day);
  return begun.length > 0
    ? begun.reduce((one, other) => (other.ends > one.ends ? other : one))
    : periods.toSorted((one, other) => one.starts.localeCompare(other.starts))[0];
}

/** Years are for plans: of them the months are shown beside each other. */
export function isYear({ kind }: { kind: string }): boolean {
  return kind === 'school-year' || kind === 'year';
}
