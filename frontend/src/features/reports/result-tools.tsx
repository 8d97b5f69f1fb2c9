import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { CopyPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/api/query-client';
import { periodsQuery } from '@/api/reference';
import type { UnitReport, UnitRow } from '@/api/report-types';
import { AskExtension } from '@/components/case/ask-extension';
import { OpenRow } from '@/components/case/open-row';
import type { GridState } from '@/components/grid/use-grid';
import type { SheetEditing } from '@/components/grid/use-sheet';
import { toast } from '@/components/ui/toast';
import { AttachButton } from './attach-button';
import { canBePutOff } from './put-off-words';
import { sheetQuery } from './queries';
import { filledFrom, monthBefore } from './last-month';

interface ResultToolsProps {
  part: UnitReport;
  sheet: SheetEditing;
  grid: GridState;
  rows: ReadonlyMap<string, UnitRow>;
}

/** What is done with the chosen rows: files on them, a later day, what was said last month. */
export function ResultTools({ part, sheet, grid, rows }: ResultToolsProps) {
  const { t } = useTranslation();
  const { data: periods = [] } = useQuery(periodsQuery);
  const before = monthBefore(periods, part.period);
  const active = grid.active && rows.get(grid.active.id);
  const copy = useMutation({
    mutationFn: (period: string) => queryClient.fetchQuery(sheetQuery(period, part.unit)),
    onSuccess: ({ parts }) => {
      const { sheet: filled, count } = filledFrom(
        sheet.draft,
        parts.flatMap((one) => one.rows),
      );
      sheet.store.change(() => filled);
      toast(t('report.copied', { n: count }));
    },
  });
  return (
    <>
      {active && <OpenRow row={active.row} />}
      <AttachButton grid={grid} />
      {before && (
        <Button
          size="compact-sm"
          variant="default"
          loading={copy.isPending}
          leftSection={<CopyPlus size={16} aria-hidden />}
          onClick={() => copy.mutate(before)}
        >
          {t('report.copyLast')}
        </Button>
      )}
      {active && canBePutOff(active) && <AskExtension small rows={[{ row: active.row, label: active.text }]} />}
    </>
  );
}
