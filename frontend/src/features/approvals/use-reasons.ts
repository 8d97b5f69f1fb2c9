import type { Ground, Previewed } from '@/api/types';
import type { BulkCase } from './bulk-act';
import { NO_REASON, type OwnReason } from './bulk-each';

/** Why several are sent back: one reason for all, or one for each. */
export interface ReasonsDraft {
  apart: boolean;
  all: OwnReason;
  own: Readonly<Record<string, OwnReason>>;
}

const NO_REASONS: ReasonsDraft = { apart: false, all: NO_REASON, own: {} };

/** Of which grounds one is to be stated of a case. */
type GroundsOf = (id: string) => readonly Ground[];

/** Case -> why it is sent back; a ground goes along only where one is stated. */
export function reasonsOf({ apart, all, own }: ReasonsDraft, cases: readonly BulkCase[], groundsOf: GroundsOf) {
  const reasonOf = (id: string): OwnReason => {
    const { comment, ground } = apart ? (own[id] ?? NO_REASON) : all;
    return { comment, ...(groundsOf(id).length > 0 && ground && { ground }) };
  };
  return Object.fromEntries(cases.map(({ id }) => [id, reasonOf(id)]));
}

/** What the fields of the reasons show. */
export interface ReasonsOfMany {
  value: ReasonsDraft;
  cases: readonly BulkCase[];
  /** Whether each has its own. */
  apart: boolean;
  groundsOf: GroundsOf;
  onChange: (value: ReasonsDraft) => void;
}

/** The reasons while they are typed; nothing where none are asked for. */
export function useReasons(
  asked: boolean,
  value: ReasonsDraft = NO_REASONS,
  cases: readonly BulkCase[],
  found: ReadonlyMap<string, Previewed>,
  onChange: (value: ReasonsDraft) => void,
) {
  if (!asked) return undefined;
  const groundsOf: GroundsOf = (id) => found.get(id)?.grounds ?? [];
  const apart = value.apart && cases.length > 1;
  return { value, cases, apart, groundsOf, onChange, why: () => reasonsOf({ ...value, apart }, cases, groundsOf) };
}
