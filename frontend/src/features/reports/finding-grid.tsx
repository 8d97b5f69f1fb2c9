import { Button, Text } from '@mantine/core';
import { ThumbsUp } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriodName } from '@/components/case/period-name';
import { OpenRow } from '@/components/case/open-row';
import type { Column } from '@/components/grid/columns';
import { Grid } from '@/components/grid/grid';
import { GridTools } from '@/components/grid/grid-tools';
import { SaveState } from '@/components/grid/save-state';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Section } from '@/components/ui/section';
import { agreeing } from './agreeing';
import { AttachButton } from './attach-button';
import { FindingBesideCell } from './finding-cell';
import type { FindingSheet } from './use-word-sheet';
import { useWordColumns } from './use-word-columns';
import { useWordGrid } from './use-word-grid';

/** The verdicts of a monitoring report, typed in like a spreadsheet: the unit's word at the left, the verdict beside it. */
export function FindingGrid({ sheet, rows }: FindingSheet) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const word = useMemo(
    (): readonly Column[] => [{ key: 'word', title: t('report.word'), width: 280, fields: [], drawn: true, read: () => '' }],
    [t],
  );
  const asked = useMemo(() => new Map([...rows].map(([id, row]) => [id, { ...row, judged: true }])), [rows]);
  const columns = useWordColumns(asked, word);
  const { view, files, grid, whole, noteOf } = useWordGrid(sheet, columns);
  const chosen = view.shown.slice(grid.box.top, grid.box.bottom + 1);
  const agreed = agreeing(chosen, rows);
  const groupOf = ({ id }: { id: string }) => {
    const row = rows.get(id);
    const [, month] = id.split('@');
    return [month && t('report.earlier', { period: periodName(month) }), row?.plan_title].filter(Boolean).join(' – ');
  };
  return (
    <Section title={t('report.finding')}>
      <SaveState sheet={sheet} />
      <GridTools sheet={sheet} sought={view.sought} onSeek={view.seek} whole={whole} onGap={() => grid.obey({ kind: 'gap' })}>
        {grid.active && <OpenRow row={grid.active.id.split('@')[0]!} />}
        <AttachButton grid={grid} />
        <Button
          size="compact-sm"
          variant="default"
          disabled={agreed.size === 0}
          leftSection={<ThumbsUp size={16} aria-hidden />}
          onClick={() => sheet.store.change((now) => now.map((row) => agreed.get(row.id) ?? row))}
        >
          {t('report.agreeChosen', { n: agreed.size })}
        </Button>
      </GridTools>
      {files.isPending && <Text size="sm">{t('register.uploading')}</Text>}
      <ProblemAlert error={files.error} />
      <Grid
        label={t('report.finding')}
        columns={columns}
        rows={view.shown}
        grid={grid}
        view={view}
        groupOf={groupOf}
        noteOf={noteOf}
        besideOf={(row, column) => <FindingBesideCell row={row} column={column} sheet={sheet} asked={rows.get(row.id)} />}
      />
      <Text size="xs" c="dimmed">
        {t('report.findingHelp')}
      </Text>
    </Section>
  );
}
