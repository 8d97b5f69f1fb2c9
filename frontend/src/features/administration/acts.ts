import type { EntryAct } from '@/api/administration-types';

/** Every act that stands in the register, in the order in which it can be chosen. */
export const ACTS = [
  'found-institution',
  'change-institution',
  'set-office',
  'record-regulation',
  'add-unit',
  'change-unit',
  'rename-unit',
  'move-unit',
  'end-unit',
  'add-person',
  'change-person',
  'deactivate',
  'reactivate',
  'appoint',
  'change-post',
  'end-post',
  'delegate',
  'seed-calendar',
  'edit-day',
  'clear-day',
  'invite',
  'set-password',
  'change-password',
  'read-register',
] as const satisfies readonly EntryAct[];
