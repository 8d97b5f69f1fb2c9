import type { Plan } from '@/api/types';

/** The units that have a part in the plan: its own, and those that lead its rows or help with them. */
export function unitsOf({ unit, rows }: Pick<Plan, 'unit' | 'rows'>): string[] {
  const named = rows.flatMap(({ leads, coordinating }) => [...leads, ...coordinating]);
  return [...new Set([unit, ...named])].filter((code) => !code.startsWith('class:'));
}
