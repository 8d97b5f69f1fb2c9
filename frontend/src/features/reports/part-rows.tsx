import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnitReport, UnitRow } from '@/api/report-types';
import { useScope } from '@/components/grid/scope';
import { RowScope } from './scoped-field';
import { SaveState } from '@/components/grid/save-state';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { usePhone } from '@/components/ui/use-phone';
import { keyOf } from './figures';
import { RowsByPlan } from './row-list';
import type { RowNotes } from './row-notes';
import { UnitRowItem } from './unit-row';
import { ResultCard } from './result-card';
import { ResultGrid } from './result-grid';
import { useFiles } from './use-files';
import { WORD_FIELDS } from './word-sheet';
import { isAsked, type ResultSheet } from './use-word-sheet';

interface PartRowsProps {
  part: UnitReport;
  results: ResultSheet;
  /** The period to which notes after the report belong; none where this person cannot add any. */
  updatesOf: string | undefined;
  /** What the server misses at each row. */
  missing: RowNotes;
}

/** The rows of one part: a grid to write in, cards on a phone, and what is only to be read. */
export function PartRows({ part, results, updatesOf, missing }: PartRowsProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const files = useFiles(results.sheet);
  const said = new Map(results.sheet.draft.map((row) => [row.id, row]));
  const editable = part.editable.length === 0;
  const { allows } = useScope();
  const touches = (row: string) => WORD_FIELDS.some((field) => allows(row, field));
  const toRead = (row: UnitRow) => <UnitRowItem key={keyOf(row)} row={row} updatesOf={updatesOf} />;
  if (part.rows.length === 0) return <Text c="dimmed">{t('report.noRows')}</Text>;
  if (!editable) return <RowsByPlan rows={part.rows}>{toRead}</RowsByPlan>;
  const card = (row: UnitRow) => {
    const mine = isAsked(row) && touches(row.row) && said.get(row.row);
    if (!mine)
      return (
        <UnitRowItem
          key={keyOf(row)}
          row={row}
          updatesOf={updatesOf}
          tools={isAsked(row) && <RowScope row={row.row} fields={WORD_FIELDS} />}
        />
      );
    return <ResultCard key={keyOf(row)} row={row} said={mine} sheet={results.sheet} files={files} missing={missing.get(row.row) ?? []} />;
  };
  return (
    <>
      <SaveState sheet={results.sheet} />
      <ProblemAlert error={files.error} />
      {phone ? (
        <RowsByPlan rows={part.rows}>{card}</RowsByPlan>
      ) : (
        <>
          {results.rows.size > 0 && <ResultGrid key={String(results.sheet.restored)} part={part} {...results} />}
          <RowsByPlan rows={part.rows.filter((row) => !isAsked(row))}>{toRead}</RowsByPlan>
        </>
      )}
    </>
  );
}
