import { MultiSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { FindingRow } from '@/api/report-types';
import { askedOf, leftByWord, Shares } from '@/components/case/shares';
import { OutcomeBadge } from './outcome-badge';
import { noteAt, type RowNote } from './row-notes';
import type { WordDraft } from './words';
import { WordView } from './word-view';

/** What each of several units says of a row: those of a class that answers for it, and further leads beside. */
export function Members({ row }: { row: FindingRow }) {
  if (row.members.length === 0) return null;
  return (
    <Stack gap="sm">
      <Text size="sm" component="div">
        <Shares row={row} />
      </Text>
      {row.members.map((member) => (
        <MemberWord key={member.unit} member={member} overdue={row.overdue} />
      ))}
    </Stack>
  );
}

function MemberWord({ member, overdue }: { member: FindingRow['members'][number]; overdue: boolean }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <div>
      <Text size="sm" component="span" fw={600}>
        {unitName(member.unit)}
        {member.beside && ` (${t('shares.beside')})`}
        {': '}
      </Text>
      {member.before ? (
        <Text size="sm" component="span">
          {t('shares.before')}
        </Text>
      ) : (
        <OutcomeBadge word={{ done: null, ...member.word, overdue, late: member.late }} silent={t('report.silentUnit')} />
      )}
      {member.word && <WordView word={member.word} silent={t('report.nothingSaid')} />}
    </div>
  );
}

interface LeftFieldProps {
  row: FindingRow;
  word: WordDraft;
  notes: readonly RowNote[];
  onChange: (part: Partial<WordDraft>) => void;
}

/** Which units of the class are not done; at first those that do not say that they are. */
export function LeftField({ row, word, notes, onChange }: LeftFieldProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const asked = askedOf(row);
  if (asked.length === 0 || word.done !== false) return null;
  return (
    <MultiSelect
      label={t('shares.whoIsLeft')}
      value={word.left ?? leftByWord(row)}
      error={noteAt(notes, 'left')}
      data={asked.map(({ unit }) => ({ value: unit, label: unitName(unit) }))}
      onChange={(left) => onChange({ left })}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
