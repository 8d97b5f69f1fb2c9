import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from '@/api/people';
import { reasonsAt } from '@/api/problem';
import { UnitSelect } from '@/components/case/code-selects';
import { DateField } from '@/components/ui/date-field';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import type { GiveDraft } from './give-draft';

/** The fields that show their reasons themselves. */
export const GIVE_FIELDS = ['unit', 'person', 'text', 'due_on', 'leader', 'occasion', 'said_on', 'about', 'row'] as const;

export interface GiveFieldsProps {
  draft: GiveDraft;
  error: unknown;
  onChange: (change: Partial<GiveDraft>) => void;
}

/** To whom, what, until when. */
export function GiveFields({ draft, error, onChange }: GiveFieldsProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const { data: people } = useQuery(peopleQuery(draft.unit));
  const staff = draft.unit ? (people?.staff ?? []) : [];
  return (
    <>
      <UnitSelect
        label={t('instruction.unit')}
        placeholder={t('choose')}
        required
        value={draft.unit}
        error={reasonsAt(error, 'unit')}
        onChange={(unit) => onChange({ unit, person: '' })}
      />
      {staff.length > 0 && (
        <NativeSelect
          label={t('instruction.person')}
          data={[
            { value: '', label: t('instruction.wholeUnit') },
            ...staff.map(({ id, name, title }) => ({ value: id, label: `${name} – ${title}` })),
          ]}
          value={draft.person}
          error={reasonsAt(error, 'person')}
          onChange={(event) => onChange({ person: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={t('instruction.text')}
        autosize
        minRows={3}
        required
        value={draft.text}
        {...limit(LIMITS.InstructionInput.text, draft.text, reasonsAt(error, 'text'))}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <DateField
        label={t('instruction.dueOn')}
        required
        value={draft.due_on}
        error={reasonsAt(error, 'due_on')}
        onChange={(due_on) => onChange({ due_on })}
      />
    </>
  );
}

/** Theo ý kiến chỉ đạo của … tại …, ngày …: what the office says more. */
export function CitedFields({ draft, error, onChange }: GiveFieldsProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const { data: people } = useQuery(peopleQuery(''));
  const leaders = people?.leaders ?? [];
  return (
    <>
      <NativeSelect
        label={t('instruction.leader')}
        required
        data={[{ value: '', label: t('choose') }, ...leaders.map(({ id, name, title }) => ({ value: id, label: `${name} – ${title}` }))]}
        value={draft.leader}
        error={reasonsAt(error, 'leader')}
        onChange={(event) => onChange({ leader: event.currentTarget.value })}
      />
      <TextInput
        label={t('instruction.occasion')}
        placeholder={t('instruction.occasionHint')}
        value={draft.occasion}
        {...limit(LIMITS.InstructionInput.occasion, draft.occasion, reasonsAt(error, 'occasion'))}
        onChange={(event) => onChange({ occasion: event.currentTarget.value })}
      />
      <DateField
        label={t('instruction.saidOn')}
        required
        value={draft.said_on}
        error={reasonsAt(error, 'said_on')}
        onChange={(said_on) => onChange({ said_on })}
      />
    </>
  );
}
