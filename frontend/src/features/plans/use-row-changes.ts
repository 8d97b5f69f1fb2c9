import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import { changeOf, type Bases, type RowChange } from './row-changes';
import type { DraftRow } from './rows-draft';

/** A function from a row as it stands on the screen to what the supplement does to it. */
export function useRowChanges(bases: Bases): (row: DraftRow) => RowChange | undefined {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return useCallback((row) => changeOf(row, bases, unitName, (kind) => t(`row.kinds.${kind}`)), [bases, unitName, t]);
}
