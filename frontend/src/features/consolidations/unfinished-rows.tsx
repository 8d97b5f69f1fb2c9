import { Button, Checkbox, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { Consolidation } from '@/api/meeting-types';
import { PlainList } from '@/components/ui/plain-list';
import { Section } from '@/components/ui/section';
import { Quiet } from '@/components/ui/quiet';
import { highlighted, type ConsolidationEditing } from './consolidation-draft';
import { ReportedRow } from '@/components/case/reported-row';

type Unfinished = Consolidation['unfinished'];

interface UnfinishedRowsProps {
  rows: Unfinished;
  editing: ConsolidationEditing;
  editable: boolean;
}

/** The rows of m, by who follows them; the office chooses what the leadership hears, the rest is the annex. */
export function UnfinishedRows({ rows, editing, editable }: UnfinishedRowsProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const chosen = new Set(editing.value.highlights);
  const all = rows.length > 0 && rows.every(({ row }) => chosen.has(row));
  return (
    <Section
      title={t('consolidation.unfinished', { n: rows.length })}
      aside={
        editable &&
        rows.length > 0 && (
          <Button
            variant="default"
            size="xs"
            onClick={() => editing.change((now) => ({ ...now, highlights: all ? [] : rows.map(({ row }) => row) }))}
          >
            {t(all ? 'choice.none' : 'choice.all')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <Text c="dimmed">{t('consolidation.noneUnfinished')}</Text>}
      {rows.length > 0 && <Text size="sm">{t('consolidation.highlightCount', { n: chosen.size, rest: rows.length - chosen.size })}</Text>}
      {byMonitor(rows).map(([monitor, itsRows]) => (
        <Stack key={monitor} gap="sm">
          <Title order={3}>{unitName(monitor)}</Title>
          <PlainList gap="sm">
            {itsRows.map((row) => (
              <ReportedRow key={`${row.row} ${row.due_on}`} row={row} plan={row.plan_title}>
                {!editable && chosen.has(row.row) && <Quiet>{t('consolidation.highlight')}</Quiet>}
                {editable && (
                  <Checkbox
                    mt="xs"
                    label={t('consolidation.highlight')}
                    checked={chosen.has(row.row)}
                    onChange={({ currentTarget: { checked } }) => editing.change((now) => highlighted(now, row.row, checked))}
                  />
                )}
              </ReportedRow>
            ))}
          </PlainList>
        </Stack>
      ))}
    </Section>
  );
}

function byMonitor(rows: Unfinished): [string, Unfinished][] {
  const groups = new Map<string, Unfinished>();
  for (const row of rows) groups.set(row.monitor, [...(groups.get(row.monitor) ?? []), row]);
  return [...groups];
}
