import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import type { OpeningRow, OpeningSheet } from '@/api/opening-types';
import { useUnitNames } from '@/api/reference';
import { StateBadge } from '@/components/case/state-badge';
import { PageTitle } from '@/components/ui/page-title';
import { PlainList } from '@/components/ui/plain-list';
import { SaveBar } from '@/components/ui/save-bar';
import { Section } from '@/components/ui/section';
import { useDraft, type DraftEditing } from '@/components/ui/use-draft';
import { plainDate } from '@/i18n/time';
import { answerAll, answerOf, changedRows, STANDINGS } from './answers';
import { Counts } from './counts';
import { saveAnswers } from './queries';
import { RowAnswer } from './row-answer';

/** The answers as typed, begun from what the server has. */
export function useSheetDraft(item: OpeningSheet): DraftEditing<OpeningRow[]> {
  const cache = useQueryClient();
  return useDraft({
    name: `answers ${item.id}`,
    value: item.asked,
    digest: item.digest,
    editable: item.editable.length === 0,
    save: (rows: OpeningRow[], digest) => saveAnswers(item.id, changedRows(rows, item.asked).map(answerOf), digest),
    onSaved: (saved) => cache.setQueryData(keys.openingSheet(item.id), saved),
  });
}

/** Whose sheet, what it is for, and how far it has come. */
export function SheetHead({ item }: { item: OpeningSheet }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <PageTitle>{item.title}</PageTitle>
        <StateBadge state={item.state} kind="opening-sheet" />
      </Group>
      <Text size="sm">{t('openingSheet.rule', { day: plainDate(item.until) })}</Text>
      <Text size="sm">
        {unitName(item.unit)} · {t('openingSheet.confirmedBy', { unit: unitName(item.monitoring_unit) })}
      </Text>
      <Counts item={item} />
    </Stack>
  );
}

/** The rows with what became of each: answered by the unit's staff, signed by its head. */
export function SheetRows({ item, editing }: { item: OpeningSheet; editing: DraftEditing<OpeningRow[]> }) {
  const { t } = useTranslation();
  const typed = item.editable.length === 0 || editing.changed;
  const change = (id: string, part: Partial<OpeningRow>) =>
    editing.change((rows) => rows.map((row) => (row.row === id ? { ...row, ...part } : row)));
  return (
    <Section title={t('openingSheet.rows')} aside={typed && <AnswerAll editing={editing} />}>
      <PlainList aria-label={t('openingSheet.rows')}>
        {editing.value.map((row, place) => (
          <RowAnswer
            key={row.row}
            row={row}
            number={place + 1}
            error={editing.save.error}
            onChange={typed ? (part) => change(row.row, part) : undefined}
          />
        ))}
      </PlainList>
      <SaveBar editing={editing} />
    </Section>
  );
}

/** Answers at once what nobody has answered. */
function AnswerAll({ editing }: { editing: DraftEditing<OpeningRow[]> }) {
  const { t } = useTranslation();
  if (editing.value.every((row) => row.standing)) return null;
  return (
    <Group gap="sm">
      <Text size="sm">{t('openingSheet.rest')}</Text>
      {STANDINGS.map((standing) => (
        <Button key={standing} size="xs" variant="default" onClick={() => editing.change((rows) => answerAll(rows, standing))}>
          {t(`openingSheet.standings.${standing}`)}
        </Button>
      ))}
    </Group>
  );
}
