import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { Camera, Check } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitRow } from '@/api/report-types';
import { AskExtension } from '@/components/case/ask-extension';
import { CellChoice } from '@/components/grid/cell-choice';
import { useScope } from '@/components/grid/scope';
import type { Fields, SheetRow } from '@/components/grid/sheet';
import { cellKey } from '@/components/grid/sync';
import type { SheetEditing } from '@/components/grid/use-sheet';
import { rowPlace } from '@/components/ui/row-anchor';
import { FindingBeside } from './finding-beside';
import { canBePutOff } from './put-off-words';
import classes from './reports.module.css';
import { RowHead } from './row-head';
import type { RowNote } from './row-notes';
import { RowScope } from './scoped-field';
import { Updates } from './updates';
import { WordFields } from './word-fields';
import type { Files } from './use-files';
import { answered, dayText, draftOfFields, fieldsTyped, outcomeText, WORD_FIELDS } from './word-sheet';

interface ResultCardProps {
  row: UnitRow;
  said: SheetRow;
  sheet: SheetEditing;
  files: Files;
  /** What the server misses of it before the report can be submitted. */
  missing: readonly RowNote[];
}

/** One row of a month's sheet on a phone: one tap says done, the next takes the picture that proves it. */
export function ResultCard({ row, said, sheet, files, missing }: ResultCardProps) {
  const { t } = useTranslation();
  const nameId = useId();
  const { allows } = useScope();
  const write = (fields: Fields) =>
    sheet.store.change((now) => now.map((one) => (one.id === row.row ? { ...one, fields: { ...one.fields, ...fields } } : one)));
  const held = WORD_FIELDS.flatMap((field) => {
    const text = sheet.held[cellKey(row.row, field)]?.error;
    return text ? [{ field, text, severe: true }] : [];
  });
  return (
    <li>
      <div {...rowPlace(row.row)} className={classes.row} role="group" aria-labelledby={nameId}>
        <RowHead row={row} id={nameId} shared={row.led_by} />
        <Stack gap="sm">
          <Group grow>
            {said.fields.done !== true && allows(row.row, 'done') && (
              <Button
                size="md"
                leftSection={<Check size={16} aria-hidden />}
                onClick={() => write({ ...answered(true, said.fields), result: said.fields.result || t('report.doneWords') })}
              >
                {t('report.done')}
              </Button>
            )}
            {allows(row.row, 'evidence') && (
              <FileButton onChange={(file) => file && files.mutate({ rows: [row.row], files: [file] })}>
                {(button) => (
                  <Button {...button} size="md" variant="default" loading={files.isPending} leftSection={<Camera size={16} aria-hidden />}>
                    {t('evidence.label')}
                  </Button>
                )}
              </FileButton>
            )}
          </Group>
          <WordFields
            row={row}
            of={row.row}
            word={draftOfFields(said.fields)}
            notes={held}
            onChange={(part) => write(fieldsTyped(part, said.fields))}
          />
          <RowScope row={row.row} fields={WORD_FIELDS} />
          <Clashes row={row.row} said={said} sheet={sheet} />
          {missing.map(({ text }) => (
            <Text key={text} size="xs">
              {text}
            </Text>
          ))}
          <Updates row={row} items={row.updates} period={undefined} />
          {canBePutOff(row) && <AskExtension small rows={[{ row: row.row, label: row.text }]} />}
        </Stack>
        {row.finding && (
          <FindingBeside finding={row.finding} overdue={row.overdue} differs={said.fields.done === true && row.finding.done === false} />
        )}
      </div>
    </li>
  );
}

/** What somebody else has written into fields that were written in here. */
function Clashes({ row, said, sheet }: { row: string; said: SheetRow; sheet: SheetEditing }) {
  const { t } = useTranslation();
  const clashing = WORD_FIELDS.filter((field) => sheet.held[cellKey(row, field)]?.stands !== undefined);
  return clashing.map((field) => {
    const stands = sheet.held[cellKey(row, field)]!.stands!;
    const word = draftOfFields({ ...said.fields, [field]: stands });
    const theirs = field === 'done' ? outcomeText(stands, t('report.done'), t('report.notDone')) : textOf(word[field]);
    return <CellChoice key={field} theirs={theirs} onTake={(take) => sheet.store.resolve(row, field, take)} />;
  });
}

const textOf = (value: unknown) =>
  Array.isArray(value)
    ? value.map(({ name, value: of }: { name: string; value: string }) => name || of).join('; ')
    : dayText(String(value));
