import { Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import type { OpeningRow } from '@/api/opening-types';
import { reasonsAt } from '@/api/problem';
import { CaseLink } from '@/components/case/case-link';
import { EvidenceEditor } from '@/components/case/evidence-editor';
import { EvidenceList } from '@/components/case/evidence-list';
import { DateField } from '@/components/ui/date-field';
import { useLimit } from '@/components/ui/use-limit';
import { plainDate } from '@/i18n/time';
import { ListRow } from '@/components/ui/list-row';
import { STANDINGS, type Standing } from './answers';
import classes from './openings.module.css';

interface RowAnswerProps {
  row: OpeningRow;
  number: number;
  /** The refusal of the last attempt. */
  error: unknown;
  /** Not given: it is only shown. */
  onChange?: (part: Partial<OpeningRow>) => void;
}

/** One row that was due before the first month, and what became of it. */
export function RowAnswer({ row, number, error, onChange }: RowAnswerProps) {
  const { t } = useTranslation();
  const day = plainDate(row.due_on);
  const due = [row.due_text === day ? '' : row.due_text, t('openingSheet.dueOn', { day })].filter(Boolean).join(' · ');
  return (
    <ListRow className={classes.row}>
      <Stack gap="xs">
        <Text fw={600} className={classes.text}>
          {number}. {row.text}
        </Text>
        <Text size="sm" c="dimmed">
          {due}
        </Text>
        <Text size="sm">
          <CaseLink kind="plan" id={row.plan}>
            {row.plan_title}
          </CaseLink>
        </Text>
      </Stack>
      {onChange ? <Answering row={row} error={error} onChange={onChange} /> : <Answered row={row} />}
    </ListRow>
  );
}

function Answered({ row }: { row: OpeningRow }) {
  const { t } = useTranslation();
  const said = row.standing ? t(`openingSheet.standings.${row.standing}`) : t('openingSheet.unsaid');
  return (
    <Stack gap="xs">
      <Text fw={600}>{row.completed_on ? t('openingSheet.doneOn', { day: plainDate(row.completed_on) }) : said}</Text>
      {row.note && <Text className={classes.text}>{row.note}</Text>}
      <EvidenceList items={row.evidence} />
    </Stack>
  );
}

function Answering({ row, error, onChange }: Required<Pick<RowAnswerProps, 'row' | 'error' | 'onChange'>>) {
  const { t } = useTranslation();
  const limit = useLimit();
  const reasons = (field: string) => reasonsAt(error, field, row.row);
  return (
    <Stack gap="sm">
      <Radio.Group
        aria-label={t('openingSheet.standing')}
        value={row.standing}
        error={reasons('standing')}
        onChange={(standing) => onChange({ standing: standing as Standing })}
      >
        <Group gap="md">
          {STANDINGS.map((standing) => (
            <Radio key={standing} value={standing} label={t(`openingSheet.standings.${standing}`)} />
          ))}
        </Group>
      </Radio.Group>
      {row.standing === 'done' && (
        <DateField
          label={t('openingSheet.completedOn')}
          required
          value={row.completed_on ?? ''}
          error={reasons('completed_on')}
          onChange={(completed_on) => onChange({ completed_on })}
        />
      )}
      {row.standing && (
        <Textarea
          label={t('openingSheet.note')}
          autosize
          value={row.note}
          {...limit(LIMITS.OpeningAnswerInput.note, row.note, reasons('note'))}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
      )}
      {row.standing === 'done' && (
        <EvidenceEditor items={row.evidence} error={reasons('evidence')} onChange={(evidence) => onChange({ evidence })} />
      )}
    </Stack>
  );
}
