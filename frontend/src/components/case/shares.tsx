import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classOf, UNIT_CLASSES, useUnitNames } from '@/api/reference';
import type { Member } from '@/api/report-types';

/** A row that a class of units leads, or one where further leads said something. */
export interface SharedRow {
  done: boolean | null;
  members: readonly Member[];
}

/** The units of the class that answers for the row; none where one unit does. */
export const sharesOf = ({ members }: Pick<SharedRow, 'members'>) => members.filter(({ beside }) => !beside);

/** Those that are asked this time: of the others the share was done before. */
export const askedOf = (row: Pick<SharedRow, 'members'>) => sharesOf(row).filter(({ before }) => !before);

/** Codes of the units that do not say that they are done. */
export const leftByWord = (row: Pick<SharedRow, 'members'>) =>
  askedOf(row)
    .filter(({ word }) => word?.done !== true)
    .map(({ unit }) => unit);

/** Codes of the units that are not done: by the verdict, before there is one by what they say. */
export function leftOf(row: SharedRow): string[] {
  if (row.done === true) return [];
  if (row.done === null) return leftByWord(row);
  return askedOf(row)
    .filter(({ done }) => done !== true)
    .map(({ unit }) => unit);
}

/** Whether a unit of the class says done and the verdict finds it not. */
export const differs = (row: SharedRow) => sharesOf(row).some(({ word, done }) => word?.done === true && done === false);

/** How many units of the class are done, and who is not: "6/8 khoa; còn: Khoa A, Khoa B". */
export function Shares({ row }: { row: SharedRow & { unit: string } }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const of = sharesOf(row).length;
  if (of === 0) return null;
  const left = leftOf(row);
  const named = UNIT_CLASSES.find((code) => code === row.unit) ?? 'class:unit';
  const done = t('shares.done', { done: of - left.length, of, what: t(`unitsOfClass.${classOf(named)}`) });
  return (
    <Text fz="inherit" fw={600}>
      {left.length > 0 ? `${done}; ${t('shares.left', { units: left.map(unitName).join(', ') })}` : done}
    </Text>
  );
}
