import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetRow } from '@/components/grid/sheet';

/** A function that says what stands above the rows of a group: their kind, and the section. */
export function useGroupOf(): (row: SheetRow) => string {
  const { t } = useTranslation();
  return useMemo(() => {
    const kinds = { target: t('row.kinds.target'), task: t('row.kinds.task') };
    return ({ fields }) => [kinds[fields.kind as 'target' | 'task'], fields.section].filter(Boolean).join(' – ');
  }, [t]);
}
