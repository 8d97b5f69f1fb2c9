import { Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CellChoice } from '@/components/grid/cell-choice';
import type { CellNote, Column } from '@/components/grid/columns';
import type { SheetRow } from '@/components/grid/sheet';
import { cellKey } from '@/components/grid/sync';
import { Quiet } from '@/components/ui/quiet';
import { useFieldName } from './field-name';
import { isKept, isUntouched, LINE_FIELDS, type LineField } from './typed-lines';
import { SAME, type LineState } from './typed-sayings';
import type { TypedPeople } from './use-typed-people';

/** What is said at a cell, and how the line stands to who is there, below the name. */
export function usePeopleSayings({ draft, server, held, sayings, store }: TypedPeople) {
  const { t } = useTranslation();
  const known = useMemo(() => new Map(server.map(({ id, fields }) => [id, fields])), [server]);
  const places = useMemo(() => new Map(draft.map(({ id }, at) => [id, at + 1])), [draft]);
  const { notes, states } = sayings;
  const hasError = ({ id }: SheetRow) => LINE_FIELDS.some((name) => notes.get(cellKey(id, name))?.severe);

  function noteOf({ id, fields }: SheetRow, { key }: Column): CellNote | undefined {
    const found = notes.get(cellKey(id, key));
    if (found) return found;
    const was = known.get(id);
    return isKept(was, fields, key as LineField)
      ? { text: t('peopleSheet.kept', { text: was![key] as string }), severe: false }
      : undefined;
  }

  /** How it stands; nothing: it is blank, or not looked at yet. */
  function stateOf(row: SheetRow): LineState | undefined {
    return isUntouched(known.get(row.id), row.fields) ? SAME : states.get(row.id);
  }

  function besideOf(row: SheetRow, { key }: Column) {
    const theirs = held[cellKey(row.id, key)]?.stands;
    const number = places.get(row.id);
    return (
      <>
        {theirs !== undefined && <CellChoice theirs={String(theirs)} onTake={(take) => store.resolve(row.id, key, take)} />}
        {key === 'full_name' && number && <LineMark number={number} wrong={hasError(row)} state={stateOf(row)} />}
      </>
    );
  }

  return { noteOf, besideOf, stateOf, hasError };
}

interface LineMarkProps {
  number: number;
  wrong: boolean;
  state: LineState | undefined;
}

/** Which line it is, and how it stands to who is there. */
function LineMark({ number, wrong, state }: LineMarkProps) {
  const { t } = useTranslation();
  const names = (state?.differs ?? []).map(useFieldName()).join(', ');
  return (
    <Group gap="xs" wrap="nowrap" component="span">
      <Text size="xs" c="dimmed" component="span">
        {number}
      </Text>
      {wrong ? <Quiet>{t('peopleSheet.wrong')}</Quiet> : state && <StateBadge change={state.change} names={names} />}
    </Group>
  );
}

function StateBadge({ change, names }: { change: LineState['change']; names: string }) {
  const { t } = useTranslation();
  const title = names && t('admin.lineDiffers', { fields: names });
  if (change === 'same') {
    return (
      <Text size="xs" c="dimmed" component="span">
        {t('peopleSheet.line.same')}
      </Text>
    );
  }
  return <Quiet title={title}>{change === 'changed' ? title : t(`peopleSheet.line.${change}`)}</Quiet>;
}
