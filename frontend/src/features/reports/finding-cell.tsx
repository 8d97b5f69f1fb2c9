import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import { EvidenceList } from '@/components/case/evidence-list';
import { sharesOf } from '@/components/case/shares';
import { CellChoice } from '@/components/grid/cell-choice';
import type { Column } from '@/components/grid/columns';
import type { SheetRow } from '@/components/grid/sheet';
import { cellKey } from '@/components/grid/sync';
import type { SheetEditing } from '@/components/grid/use-sheet';
import type { JudgedRow } from './drafted';
import { unpacked } from './evidence-words';
import { UnitWord } from './finding-row';
import { LeftField, Members } from './members';
import { RowAbout } from './row-head';
import { Updates } from './updates';
import { draftOfFields } from './word-sheet';

interface FindingCellProps {
  row: SheetRow;
  column: Column;
  sheet: SheetEditing;
  asked: JudgedRow | undefined;
}

/** What stands in a cell of the verdicts beside its text. */
export function FindingBesideCell({ row, column, sheet, asked }: FindingCellProps) {
  const stands = sheet.held[cellKey(row.id, column.key)]?.stands;
  const Beside = BESIDE[column.key];
  return (
    <>
      {stands !== undefined && (
        <CellChoice
          theirs={column.read({ ...row.fields, [column.key]: stands })}
          onTake={(take) => sheet.store.resolve(row.id, column.key, take)}
        />
      )}
      {asked && Beside && <Beside row={row} asked={asked} sheet={sheet} />}
    </>
  );
}

interface BesideProps {
  row: SheetRow;
  asked: JudgedRow;
  sheet: SheetEditing;
}

function OfText({ asked }: BesideProps) {
  const unitName = useUnitNames();
  return (
    <>
      <strong>{unitName(asked.unit)}</strong>
      <RowAbout row={asked} />
      <Updates row={asked} items={asked.updates} period={undefined} />
    </>
  );
}

const OfWord = ({ asked }: BesideProps) => (
  <>
    {sharesOf(asked).length === 0 && <UnitWord row={asked} />}
    <Members row={asked} />
  </>
);

const OfEvidence = ({ row }: BesideProps) => <EvidenceList items={(row.fields.evidence as readonly string[]).map(unpacked)} />;

/** How the verdict stands to the unit's word, and which units of a class are not done. */
function OfOutcome({ row, asked, sheet }: BesideProps) {
  const { t } = useTranslation();
  const { done } = row.fields;
  const word = { ...draftOfFields(row.fields), left: [...(row.fields.left as readonly string[])] };
  const write = (left: readonly string[]) =>
    sheet.store.change((now) => now.map((one) => (one.id === row.id ? { ...one, fields: { ...one.fields, left } } : one)));
  return (
    <>
      {asked.agreed && done === asked.done && <Text size="xs">{t('report.agreed')}</Text>}
      {done === false && asked.word?.done === true && (
        <Text size="xs" fw={600} c="var(--late-text)">
          {t('report.differs')}
        </Text>
      )}
      <LeftField row={asked} word={word} notes={[]} onChange={({ left }) => left && write(left.toSorted())} />
    </>
  );
}

const BESIDE: Partial<Record<string, (props: BesideProps) => ReactNode>> = {
  text: OfText,
  word: OfWord,
  evidence: OfEvidence,
  done: OfOutcome,
};
