import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KeptPerson, PostInput } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { LineField } from '@/components/ui/line-field';
import { useKept } from '@/components/ui/use-kept';
import { Barred } from './barred';
import { PostPlace, type PostDraft } from './post-place';
import { refreshAdministration } from './queries';
import { isSigning } from './roles';

const FIELDS = ['unit', 'role', 'title', 'since', 'until', 'fields_in_charge', 'decision_number', 'decision_date'];

const NOTHING: PostDraft = {
  unit: '',
  role: '',
  title: '',
  since: '',
  until: '',
  fields_in_charge: [],
  decision_number: '',
  decision_date: '',
};

const inputOf = ({ role, since, until, decision_date, ...said }: PostDraft): PostInput => ({
  ...said,
  role: role as PostInput['role'],
  ...(since && { since }),
  until: until || null,
  decision_date: decision_date || null,
});

/** A post that is given to somebody: where, as what, from when on, by which decision. */
export function PostForm({ person, onClose }: { person: KeptPerson; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept(`post ${person.id}`, NOTHING);
  const change = (part: Partial<PostDraft>) => setDraft((now) => ({ ...now, ...part }));
  const sending = useMutation({
    mutationFn: () =>
      answer(client.POST('/api/v1/people/{person}/posts', { params: { path: { person: person.id } }, body: inputOf(draft) })),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshAdministration();
    },
  });
  const error = (field: string) => reasonsAt(sending.error, field);
  return (
    <FormDialog
      title={`${t('admin.addPost')}: ${person.full_name}`}
      submit={t('save.save')}
      draft={draft}
      kept={kept}
      sending={sending}
      hideFields={FIELDS}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <PostPlace draft={draft} error={error} onChange={change} />
      {isSigning(draft.role) && <Barred person={person.id} unit={draft.unit} />}
      <DateField
        label={t('admin.firstDay')}
        description={t('admin.firstDayHint')}
        value={draft.since}
        error={error('since')}
        onChange={(since) => change({ since })}
      />
      <DateField
        label={t('admin.lastDay')}
        description={t('admin.lastDayHint')}
        value={draft.until}
        error={error('until')}
        onChange={(until) => change({ until })}
      />
      <LineField
        label={t('admin.decisionNumber')}
        description={isSigning(draft.role) ? t('admin.decisionHint') : undefined}
        required={isSigning(draft.role)}
        value={draft.decision_number}
        most={LIMITS.PostInput.decision_number}
        error={error('decision_number')}
        onChange={(decision_number) => change({ decision_number })}
      />
      <DateField
        label={t('admin.decisionDate')}
        required={isSigning(draft.role)}
        value={draft.decision_date}
        error={error('decision_date')}
        onChange={(decision_date) => change({ decision_date })}
      />
    </FormDialog>
  );
}
