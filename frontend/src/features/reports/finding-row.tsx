import { Button, Group, Stack, Text } from '@mantine/core';
import { MessageSquareOff, Pencil, ThumbsUp, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { FindingRow } from '@/api/report-types';
import { sharesOf } from '@/components/case/shares';
import { useScope } from '@/components/grid/scope';
import { rowPlace } from '@/components/ui/row-anchor';
import { Quiet } from '@/components/ui/quiet';
import { asking } from './drafted';
import { LeftField, Members } from './members';
import { OutcomeBadge } from './outcome-badge';
import { shownWord } from './report-draft';
import classes from './reports.module.css';
import { RowHead } from './row-head';
import type { RowNote } from './row-notes';
import { RowWarnings } from './row-warnings';
import { RowScope } from './scoped-field';
import { Updates } from './updates';
import type { ReportEditing } from './use-word-drafts';
import { WordFields } from './word-fields';
import { WordView } from './word-view';
import { WORD_FIELDS } from './word-sheet';
import { draftOf } from './words';

interface FindingRowProps {
  row: FindingRow;
  editing: ReportEditing;
  notes: readonly RowNote[];
  /** The period to which notes on own rows belong; none where this person cannot add any. */
  updatesOf: string | undefined;
}

/** One row of a monitoring report: what was due, the unit's word, the verdict beside it. */
export function FindingRowItem({ row, editing, notes, updatesOf }: FindingRowProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const nameId = useId();
  return (
    <li>
      <div {...rowPlace(row.row)} className={classes.row} data-beside role="group" aria-labelledby={nameId}>
        <RowHead row={row} id={nameId} unit={unitName(row.unit)} />
        <Stack gap="sm">
          {sharesOf(row).length === 0 && <UnitWord row={row} />}
          <Members row={row} />
          <Updates row={asking(row)} items={row.updates} period={row.self ? updatesOf : undefined} />
        </Stack>
        <Stack gap="sm" className={classes.beside} data-differs={row.contradiction || undefined}>
          <Text size="sm" fw={600}>
            {t('report.finding')}
          </Text>
          {row.contradiction && <Quiet Icon={TriangleAlert}>{t('report.differs')}</Quiet>}
          {editing.editable && !row.settled ? <ScopedVerdict row={row} editing={editing} notes={notes} /> : <Found row={row} />}
        </Stack>
      </div>
    </li>
  );
}

/** What the unit said; own rows and silent units have no word. */
export function UnitWord({ row }: { row: FindingRow }) {
  const { t } = useTranslation();
  if (row.self) {
    return (
      <div>
        <Quiet>{t('result.self')}</Quiet>
      </div>
    );
  }
  if (!row.word) {
    return (
      <div>
        <Quiet Icon={MessageSquareOff}>{t('report.silentUnit')}</Quiet>
      </div>
    );
  }
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {t('report.word')}
        </Text>
        <OutcomeBadge word={{ ...row.word, overdue: row.overdue, late: row.word_late }} silent={t('report.silent')} />
      </Group>
      <WordView word={row.word} silent={t('report.nothingSaid')} />
    </Stack>
  );
}

function Found({ row }: { row: FindingRow }) {
  const { t } = useTranslation();
  return (
    <>
      <div>
        <OutcomeBadge word={row} silent={t('result.silent')} />
      </div>
      {row.agreed ? <Text size="sm">{t('report.agreed')}</Text> : <WordView word={row} silent={t('result.silent')} />}
    </>
  );
}

/** The verdict as far as the scope of a return lets it be changed. */
function ScopedVerdict(props: Omit<FindingRowProps, 'updatesOf'>) {
  const { allows } = useScope();
  const { row } = props.row;
  if (WORD_FIELDS.some((field) => allows(row, field))) return <Verdict {...props} />;
  return (
    <>
      <Found row={props.row} />
      <RowScope row={row} fields={WORD_FIELDS} />
    </>
  );
}

/** The verdict while it can be changed: as it stands, or its fields once somebody wants to write. */
function Verdict({ row, editing, notes }: Omit<FindingRowProps, 'updatesOf'>) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const asked = asking(row);
  const typed = editing.draft.words[row.row] !== undefined;
  if (opened || typed) {
    return (
      <>
        <WordFields
          row={asked}
          of={row.row}
          word={shownWord(editing.draft, asked)}
          notes={notes}
          onChange={(part) => editing.change(asked, part)}
        />
        <LeftField row={row} word={shownWord(editing.draft, asked)} notes={notes} onChange={(part) => editing.change(asked, part)} />
        <RowScope row={row.row} fields={WORD_FIELDS} />
        <RowWarnings row={asked} editing={editing} notes={notes} />
      </>
    );
  }
  const said = row.done !== null;
  return (
    <>
      {said && <Found row={row} />}
      <Group gap="sm">
        {!said && typeof row.word?.done === 'boolean' && (
          <Button
            size="xs"
            variant="light"
            leftSection={<ThumbsUp size={16} aria-hidden />}
            onClick={() => editing.change(asked, draftOf(row.word!))}
          >
            {t('report.agree')}
          </Button>
        )}
        <Button size="xs" variant="default" leftSection={<Pencil size={16} aria-hidden />} onClick={() => setOpened(true)}>
          {t(said ? 'report.changeFinding' : 'report.writeFinding')}
        </Button>
      </Group>
      <RowWarnings row={asked} editing={editing} notes={notes} />
    </>
  );
}
