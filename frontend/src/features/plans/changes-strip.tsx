import { Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Plan } from '@/api/types';
import { ChangedItem, WasNow } from '@/components/case/was-now';
import { Fold } from '@/components/ui/fold';
import { PlainList } from '@/components/ui/plain-list';
import { Section } from '@/components/ui/section';
import { AskedFrom } from './asked-from';
import { ChangeBadge } from './row-marks';
import { basesOf, type ReadField, type RowChange } from './row-changes';
import type { DraftRow } from './rows-draft';
import { useRowChanges } from './use-row-changes';

/** What of a new row its heading says. */
const IN_HEADING: readonly ReadField[] = ['number', 'kind', 'text'];

interface ChangesStripProps {
  plan: Plan;
  /** The rows as they stand on the screen. */
  rows: readonly DraftRow[];
  canEdit: boolean;
}

/** What a supplement changes, adds and ends, and why: what people read and sign. */
export function ChangesStrip({ plan, rows, canEdit }: ChangesStripProps) {
  const { t } = useTranslation();
  const changeOf = useRowChanges(basesOf(plan.revision, plan.rows));
  if (plan.revision === 0) return null;
  const all = rows.map((row, index) => ({ row, index, change: changeOf(row)! }));
  const kept = all.filter(({ change }) => change.kind === 'kept');
  const touched = all.filter(({ change }) => change.kind !== 'kept');
  return (
    <Section title={t(plan.in_force ? 'supplement.changesThen' : 'supplement.changes')}>
      <AskedFrom plan={plan} canEdit={canEdit} />
      {touched.length === 0 && <Text c="dimmed">{t('supplement.none')}</Text>}
      <PlainList gap="md">
        {touched.map(({ row, index, change }) => (
          <TouchedRow key={row.key} row={row} index={index} change={change} />
        ))}
      </PlainList>
      {kept.length > 0 && (
        <Fold summary={t('supplement.kept', { n: kept.length })}>
          <List size="sm">
            {kept.map(({ row, index }) => (
              <List.Item key={row.key}>
                {row.number || index + 1}. {row.text}
                {row.due_text && ` – ${row.due_text}`}
              </List.Item>
            ))}
          </List>
        </Fold>
      )}
    </Section>
  );
}

function TouchedRow({ row, index, change }: { row: DraftRow; index: number; change: RowChange }) {
  const { t } = useTranslation();
  const { kind, reason } = change;
  const fields = kind === 'ended' ? [] : change.fields.filter(({ field }) => kind === 'changed' || !IN_HEADING.includes(field));
  return (
    <ChangedItem change={kind === 'ended' ? 'gone' : kind === 'added' ? 'added' : 'changed'}>
      <Stack gap="xs">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <ChangeBadge kind={kind} />
          <Text size="sm" fw={600} td={kind === 'ended' ? 'line-through' : undefined}>
            {row.number || index + 1}. {row.text}
          </Text>
        </Group>
        <WasNow lines={fields.map(({ field, was, now }) => ({ label: t(`row.${field}`), was, now }))} />
        <Text size="sm" c={reason ? undefined : 'var(--late-text)'}>
          {t('supplement.reason')}: {reason || t('supplement.noReason')}
        </Text>
      </Stack>
    </ChangedItem>
  );
}
