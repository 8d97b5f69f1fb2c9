import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '@/api/types';
import { NotEditable } from '@/components/case/not-editable';
import { SaveBar } from '@/components/ui/save-bar';
import { usePhone } from '@/components/ui/use-phone';
import { RowCards } from './row-cards';
import { RowForm } from './row-form';
import { notesByRow } from './row-problems';
import { basesOf } from './row-changes';
import type { RowMarks } from './row-marks';
import { blankRow, move, put, remove, toggleEnded, type DraftRow } from './rows-draft';
import { RowsTable } from './rows-table';
import { useRowChanges } from './use-row-changes';
import type { RowsEditing } from './use-rows-draft';

/** The plan's rows: to read, and to edit for whom the server lets. */
export function RowsEditor({ plan, editing }: { plan: Plan; editing: RowsEditing }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [open, setOpen] = useState<DraftRow>();
  const [added, setAdded] = useState(0);
  const editable = plan.editable.length === 0;
  const { rows, change } = editing;
  const notes = notesByRow(plan, rows, editing.save.error);
  const Rows = phone ? RowCards : RowsTable;
  const bases = basesOf(plan.revision, plan.rows);
  const changed = useRowChanges(bases);
  const marks = new Map<string, RowMarks>(
    rows.map((row) => {
      const known = plan.rows.find(({ id }) => id === row.id);
      return [
        row.key,
        { change: changed(row), stand: known?.stand, event: known?.due?.event ?? undefined, clear: known?.clear, carried: known?.carried },
      ];
    }),
  );

  function openRow(row: DraftRow) {
    editing.hold();
    setOpen(row);
  }

  function addRow() {
    setAdded((count) => count + 1);
    openRow(blankRow(rows, `new-${added + 1}`));
  }

  function close() {
    setOpen(undefined);
    editing.release();
  }

  const actions = {
    onOpen: (key: string) => openRow(rows.find((row) => row.key === key)!),
    onMove: (key: string, by: -1 | 1) => change((now) => move(now, key, by)),
    onRemove: (key: string) => change((now) => remove(now, key)),
    onEnd: (key: string) => change((now) => toggleEnded(now, key)),
    isInForce: (row: DraftRow) => bases?.has(row.id ?? '') ?? false,
  };

  return (
    <Paper component="section" aria-labelledby="rows-title" withBorder p="md">
      <Stack gap="sm">
        <Heading kind={plan.kind} count={rows.length} onAdd={editable ? addRow : undefined} />
        <NotEditable reasons={plan.editable} />
        {rows.length === 0 ? (
          <Text c="dimmed">{t('row.empty')}</Text>
        ) : (
          <Rows rows={rows} notes={notes} marks={marks} actions={editable ? actions : undefined} />
        )}
        <SaveBar editing={editing} />
      </Stack>
      {open && (
        <RowForm
          key={open.key}
          row={open}
          index={rows.findIndex((row) => row.key === open.key)}
          notes={notes.get(open.key) ?? []}
          bases={bases}
          onClose={close}
          onApply={(row) => {
            change((now) => put(now, row));
            setOpen(undefined);
          }}
        />
      )}
    </Paper>
  );
}

interface HeadingProps {
  kind: Plan['kind'];
  count: number;
  onAdd: (() => void) | undefined;
}

function Heading({ kind, count, onAdd }: HeadingProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between">
      <Title order={2} size="h4" id="rows-title">
        {t(kind === 'conclusions' ? 'conclusions.rows' : 'row.title', { n: count })}
      </Title>
      {onAdd && (
        <Button variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={onAdd}>
          {t('row.add')}
        </Button>
      )}
    </Group>
  );
}
