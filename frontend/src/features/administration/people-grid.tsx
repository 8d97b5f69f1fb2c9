import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/api/idempotency';
import type { CellNote, Column } from '@/components/grid/columns';
import { Grid } from '@/components/grid/grid';
import { GridTools } from '@/components/grid/grid-tools';
import type { Sheet } from '@/components/grid/sheet';
import { useGrid } from '@/components/grid/use-grid';
import { useView } from '@/components/grid/use-view';
import { toast } from '@/components/ui/toast';
import { usePeopleSayings } from './people-sayings';
import { isUntouched, rowOf } from './typed-lines';
import { ONLY, useOnly, type Only } from './use-only';
import { usePeopleColumns } from './use-people-columns';
import type { TypedPeople } from './use-typed-people';

const BLANK = rowOf('').fields;

/** The rows without the blank one at the end, where nothing has been written into it. */
const withoutBlank = (rows: Sheet, id: string) => rows.filter((row) => row.id !== id || !isUntouched(BLANK, row.fields));

/** People as lines of a grid; a blank one at the end begins the next. */
export function PeopleGrid({ people }: { people: TypedPeople }) {
  const { t } = useTranslation();
  const { draft, store, sayings, typing } = people;
  const columns = usePeopleColumns(draft, sayings);
  const said = usePeopleSayings(people);
  const [blankId, setBlankId] = useState(newKey);
  // Where the blank row has been written in, another one begins.
  if (draft.some(({ id }) => id === blankId)) setBlankId(newKey());
  const blank = rowOf(blankId);
  const view = useView(draft, columns);
  const only = useOnly(draft, said);
  const found = only.of(view.shown);
  const shown = view.sought || only.which !== 'all' ? found : [...found, blank];
  const grid = useGrid({
    columns,
    sheet: [...draft, blank],
    shown: shown.map(({ id }) => id),
    typing,
    newRow: () => rowOf(newKey()),
    change: (edit) => store.change((now) => withoutBlank(edit(now.some(({ id }) => id === blankId) ? now : [...now, blank]), blankId)),
    undo: store.undo,
    redo: store.redo,
    type: store.type,
    onPasted: ({ beside }) => beside > 0 && toast(t('grid.beside', { n: beside })),
  });
  const wrong = draft.filter(said.hasError).length;
  const words = { whole: t('peopleSheet.wrongLines', { n: wrong, all: draft.length }), gap: t('peopleSheet.nextError') };
  return (
    <>
      <GridTools
        sheet={people}
        sought={view.sought}
        onSeek={view.seek}
        whole={draft.length - wrong}
        onGap={() => grid.obey({ kind: 'gap' })}
        words={words}
      >
        <NativeSelect
          size="xs"
          aria-label={t('peopleSheet.only')}
          value={only.which}
          data={ONLY.map((value) => ({ value, label: t(`peopleSheet.onlyOf.${value}`) }))}
          onChange={({ currentTarget: { value } }) => only.choose(value as Only)}
        />
      </GridTools>
      <Grid
        label={t('peopleSheet.title')}
        columns={columns}
        rows={shown}
        grid={grid}
        view={view}
        noteOf={said.noteOf}
        besideOf={said.besideOf}
      />
      <ActiveNote column={grid.column} note={grid.active && said.noteOf(grid.active, grid.column)} />
      <Text size="xs" c="dimmed">
        {t('grid.help')}
      </Text>
    </>
  );
}

/** What is said of the active cell, in full: of many rows the cell shows its beginning. */
function ActiveNote({ column, note }: { column: Column; note: CellNote | undefined }) {
  return (
    <Text size="xs" mih={18} c={note?.severe ? 'var(--late-text)' : undefined}>
      {note && `${column.title}: ${note.text}`}
    </Text>
  );
}
