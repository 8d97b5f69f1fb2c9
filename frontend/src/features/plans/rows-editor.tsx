import { Button, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '@/api/types';
import { NotEditable } from '@/components/case/not-editable';
import { OpenRow } from '@/components/case/open-row';
import { useScope } from '@/components/grid/scope';
import { SaveState } from '@/components/grid/save-state';
import { newKey } from '@/api/idempotency';
import { usePhone } from '@/components/ui/use-phone';
import { Section } from '@/components/ui/section';
import { RowCards } from './row-cards';
import { RowForm } from './row-form';
import { notesByRow } from './row-problems';
import { basesOf } from './row-changes';
import { blankRow, move, put, remove, toggleEnded, type DraftRow } from './rows-draft';
import { RowsTable, type RowsProps } from './rows-table';
import { useRowMarks } from './use-row-marks';
import { PlanGrid } from './plan-grid';
import type { PlanRowsEditing } from './use-plan-rows';

const titleOf = (kind: Plan['kind']) => (kind === 'conclusions' ? 'conclusions.rows' : 'row.title');

/** The plan's rows: to read, and to edit for whom the server lets. */
export function RowsEditor({ plan, editing }: { plan: Plan; editing: PlanRowsEditing }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [open, setOpen] = useState<DraftRow>();
  const editable = plan.editable.length === 0;
  const { rows, change } = editing;
  const notes = useMemo(() => notesByRow(plan, editing.sheet.held), [plan, editing.sheet.held]);
  const bases = useMemo(() => basesOf(plan.revision, plan.rows), [plan.revision, plan.rows]);
  const marksOf = useRowMarks(plan, bases);

  const fresh = useMemo(() => blankRow(rows, newKey(), plan.unit), [rows, plan.unit]);
  const addRow = () => setOpen(fresh);

  const actions = {
    onOpen: (key: string) => setOpen(rows.find((row) => row.key === key)!),
    onMove: (key: string, by: -1 | 1) => change((now) => move(now, key, by)),
    onRemove: (key: string) => change((now) => remove(now, key)),
    onEnd: (key: string) => change((now) => toggleEnded(now, key)),
    isInForce: (row: DraftRow) => bases?.has(row.id ?? '') ?? false,
  };

  return (
    <Section title={t(titleOf(plan.kind), { n: rows.length })} aside={<AddRow onAdd={editable ? addRow : undefined} fresh={fresh.id} />}>
      <NotEditable reasons={plan.editable} />
      {editable && <SaveState sheet={editing.sheet} />}
      {editable && !phone ? (
        <PlanGrid key={String(editing.sheet.restored)} plan={plan} editing={editing} marksOf={marksOf} actions={actions} />
      ) : (
        <RowsToRead rows={rows} notes={notes} marksOf={marksOf} actions={editable ? actions : undefined} />
      )}
      {open && (
        <RowForm
          key={open.key}
          row={open}
          plan={plan.id}
          index={rows.findIndex((row) => row.key === open.key)}
          notes={notes.get(open.key) ?? []}
          bases={bases}
          onClose={() => setOpen(undefined)}
          onApply={(row) => {
            change((now) => put(now, row));
            setOpen(undefined);
          }}
        />
      )}
    </Section>
  );
}

/** As a table or, on a phone, as cards. */
function RowsToRead(props: RowsProps) {
  const { t } = useTranslation();
  const Rows = usePhone() ? RowCards : RowsTable;
  return props.rows.length === 0 ? <Text c="dimmed">{t('row.empty')}</Text> : <Rows {...props} />;
}

interface AddRowProps {
  onAdd: (() => void) | undefined;
  /** The id of the row that would be added. */
  fresh: string;
}

function AddRow({ onAdd, fresh }: AddRowProps) {
  const { t } = useTranslation();
  const { limited } = useScope();
  if (!onAdd) return null;
  if (limited) return <OpenRow row={fresh} label={t('scope.addRow')} onOpened={onAdd} />;
  return (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={onAdd}>
      {t('row.add')}
    </Button>
  );
}
