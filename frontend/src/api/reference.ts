import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from './client';
import { keys } from './keys';
import { everyPage } from './pages';
import { kindOfPeriod, type PeriodKind } from '@/i18n/periods';
import { today } from '@/i18n/time';
import type { Me, Period } from './types';

const HOUR = 3_600_000;

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: () => answer(client.GET('/api/v1/me')),
  staleTime: 60_000,
});

export const unitsQuery = queryOptions({
  queryKey: keys.units,
  queryFn: () => everyPage(answer(client.GET('/api/v1/units'))),
  staleTime: HOUR,
});

export const periodsQuery = queryOptions({
  queryKey: keys.periods,
  queryFn: () => everyPage(answer(client.GET('/api/v1/periods'))),
  staleTime: HOUR,
});

/** Whether the server says that this person holds a permission on some unit. */
export function useHolds(permission: keyof Me['permissions']): boolean {
  const { data: me } = useQuery(meQuery);
  return (me?.permissions[permission].length ?? 0) > 0;
}

/** Whether this person signs what the leadership presents: of the leadership, or TL. by a rule that is recorded. */
export function usePresents(): boolean {
  const { data: me } = useQuery(meQuery);
  return (me?.permissions.present.length ?? 0) > 0 || (me?.by_order ?? false);
}

/** The units on which the server says that this person holds a permission. */
export function useUnitsHeld(permission: keyof Me['permissions']): readonly string[] {
  const { data: me } = useQuery(meQuery);
  return me?.permissions[permission] ?? [];
}

/** Whether the server says that this person holds a permission on this unit. */
export function useHoldsOn(permission: keyof Me['permissions'], unit: string): boolean {
  const { data: me } = useQuery(meQuery);
  return me?.permissions[permission].includes(unit) ?? false;
}

/** The label of the one period that a day (YYYY-MM-DD) is in; empty when there is none, or several to choose from. */
export function periodAt(day: string, periods: readonly Pick<Period, 'label' | 'starts' | 'ends'>[]): string {
  const around = periods.filter(({ starts, ends }) => starts <= day && day <= ends);
  return around.length === 1 ? around[0]!.label : '';
}

/** The kinds of periods that plans are for. */
export const PLAN_KINDS: readonly PeriodKind[] = ['school-year', 'year'];

/** The kinds of periods that are reported on. */
export const REPORTED_KINDS: readonly PeriodKind[] = [
  'month',
  'quarter',
  'half-year',
  'nine-months',
  'semester',
  'year',
  'school-year',
  'review',
];

/** The label of the period that today is in; empty while periods are loading. */
export function useCurrentPeriod(kinds: readonly PeriodKind[] = PLAN_KINDS): string {
  const { data: periods = [] } = useQuery(periodsQuery);
  return periodAt(
    today(),
    periods.filter(({ label }) => kinds.includes(kindOfPeriod(label))),
  );
}

/** The unit that a form begins with: the only one there is to choose, else none. */
export function onlyUnit(codes: readonly string[]): string {
  return codes.length === 1 ? codes[0]! : '';
}

/** Codes of classes of units, where a row may name one instead of a unit. */
export const UNIT_CLASSES = ['class:faculty', 'class:department', 'class:centre', 'class:board', 'class:unit'] as const;
export type UnitClass = (typeof UNIT_CLASSES)[number];
export const classOf = (code: UnitClass) => code.slice('class:'.length) as 'faculty' | 'department' | 'centre' | 'board' | 'unit';

/** A function from the code of a unit, or of a class of units, to its name; the code itself while names are loading. */
export function useUnitNames(): (code: string | null | undefined) => string {
  const { t } = useTranslation();
  const { data: units } = useQuery(unitsQuery);
  return useCallback(
    (code) => {
      if (!code) return '';
      const named = UNIT_CLASSES.find((known) => known === code);
      return named ? t(`unitClass.${classOf(named)}`) : (units?.find((unit) => unit.code === code)?.name ?? code);
    },
    [t, units],
  );
}
