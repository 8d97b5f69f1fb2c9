import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KeptPerson, PersonInput } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { FormDialog } from '@/components/ui/form-dialog';
import { LineField } from '@/components/ui/line-field';
import { useKept } from '@/components/ui/use-kept';
import { refreshAdministration } from './queries';

const FIELDS = ['full_name', 'username', 'email', 'telephone'] as const;
type Draft = Required<PersonInput>;
const NOBODY: Draft = { full_name: '', username: '', email: '', telephone: '' };
const draftOf = ({ full_name, username, email, telephone }: KeptPerson): Draft => ({ full_name, username, email, telephone });

function save(draft: Draft, person?: KeptPerson) {
  if (!person) return answer(client.POST('/api/v1/people', { body: draft }));
  const { full_name, email, telephone } = draft;
  return answer(
    client.PATCH('/api/v1/people/{person}', { params: { path: { person: person.id } }, body: { full_name, email, telephone } }),
  );
}

interface PersonFormProps {
  /** Who is changed; none: somebody new. */
  person?: KeptPerson;
  onClose: () => void;
}

/** Somebody new, or another name or another way to reach them; a login stays what it is. */
export function PersonForm({ person, onClose }: PersonFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept<Draft>(`person ${person?.id ?? ''}`, () => (person ? draftOf(person) : NOBODY));
  const sending = useMutation({
    mutationFn: () => save(draft, person),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshAdministration();
    },
  });
  return (
    <FormDialog
      title={person ? t('admin.changeOf', { name: person.full_name }) : t('admin.addPerson')}
      submit={t('save.save')}
      draft={draft}
      kept={kept}
      sending={sending}
      hideFields={FIELDS}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      {FIELDS.filter((field) => !person || field !== 'username').map((field) => (
        <LineField
          key={field}
          label={t(`admin.fields.${field}`)}
          description={field === 'username' ? t('admin.usernameHint') : undefined}
          required={field === 'full_name'}
          value={draft[field]}
          most={LIMITS.PersonInput[field]}
          error={reasonsAt(sending.error, field)}
          onChange={(value) => setDraft({ ...draft, [field]: value })}
        />
      ))}
    </FormDialog>
  );
}
