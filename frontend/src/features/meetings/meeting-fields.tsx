import { Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import { DateField } from '@/components/ui/date-field';
import { QueryView } from '@/components/ui/query-view';
import { CaseChoice } from '@/components/case/case-choice';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { TimeField } from '@/components/ui/time-field';
import { everyConsolidationQuery } from './queries';

export const MEETING_FIELDS = ['title', 'held_at', 'consolidations'];

export interface MeetingDraft {
  title: string;
  date: string;
  time: string;
  /** Ids of the consolidations that it hears. */
  chosen: string[];
}

interface MeetingFieldsProps {
  value: MeetingDraft;
  error: unknown;
  onChange: (part: Partial<MeetingDraft>) => void;
}

/** Title, time and agenda of a meeting. */
export function MeetingFields({ value, error, onChange }: MeetingFieldsProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('meeting.title')}
        value={value.title}
        {...limit(LIMITS.MeetingInput.title, value.title, reasonsAt(error, 'title'))}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Group grow align="flex-start" maw={420}>
        <DateField
          label={t('meeting.date')}
          required
          value={value.date}
          error={reasonsAt(error, 'held_at')}
          onChange={(date) => onChange({ date })}
        />
        <TimeField label={t('meeting.time')} required value={value.time} onChange={(time) => onChange({ time })} />
      </Group>
      <SignedConsolidations value={value} error={error} onChange={onChange} />
    </>
  );
}

function SignedConsolidations({ value: { chosen }, error, onChange }: MeetingFieldsProps) {
  const { t } = useTranslation();
  const query = useQuery(everyConsolidationQuery);
  return (
    <QueryView query={query}>
      {(consolidations) => (
        <CaseChoice
          label={t('meeting.choose')}
          empty={t('meeting.nothingSigned')}
          items={consolidations
            .filter(({ id, state }) => state === 'consolidated' || chosen.includes(id))
            .map(({ id, title }) => ({ id, title }))}
          chosen={chosen}
          error={reasonsAt(error, 'consolidations')}
          onChange={(ids) => onChange({ chosen: ids })}
        />
      )}
    </QueryView>
  );
}
