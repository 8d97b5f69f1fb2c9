import type { KeptUnit, Role } from '@/api/administration-types';

const AT_ROOT: readonly Role[] = ['leader', 'auditor', 'administrator', 'personnel'];
const IN_UNITS: readonly Role[] = ['officer', 'head', 'deputy'];

/** What somebody can be in a unit; nothing while none is chosen. The clerk is one of the admin office. */
export function rolesAt(unit: Pick<KeptUnit, 'kind' | 'office'> | undefined): readonly Role[] {
  if (!unit) return [];
  if (unit.kind === 'root') return AT_ROOT;
  return unit.office ? [...IN_UNITS, 'clerk'] : IN_UNITS;
}

/** Whether who has the post signs, so that a decision must stand behind it. */
export const isSigning = (role: Role | ''): boolean => ['head', 'deputy', 'leader'].includes(role);

/** Whether the post can be in charge of units. */
export const hasFields = (role: Role | ''): boolean => role === 'leader' || role === 'deputy';
