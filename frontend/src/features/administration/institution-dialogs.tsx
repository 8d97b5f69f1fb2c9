import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InstitutionWords, WholeInstitution } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { UnitSelect } from '@/components/case/code-selects';
import { FormDialog } from '@/components/ui/form-dialog';
import { LineField } from '@/components/ui/line-field';
import { useKept, type Kept } from '@/components/ui/use-kept';
import { WORDS } from './own-words';
import { refreshAdministration } from './queries';

interface DialogProps {
  institution: WholeInstitution;
  onClose: () => void;
}

function useChange(kept: Kept, onClose: () => void) {
  return useMutation({
    mutationFn: (body: { name?: string; place?: string; words?: Partial<InstitutionWords>; office?: string }) =>
      answer(client.PATCH('/api/v1/institution', { body })),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshAdministration();
    },
  });
}

/** What the institution is called, and its own words. */
export function WordsDialog({ institution, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept('institution', {
    name: institution.name,
    place: institution.place,
    words: { institution: '', staff: '', head: '', office: '', ...institution.words },
  });
  const save = useChange(kept, onClose);
  const most = LIMITS.PatchedInstitutionChangeInput;
  return (
    <FormDialog
      title={t('admin.changeInstitution')}
      submit={t('save.save')}
      draft={draft}
      kept={kept}
      sending={save}
      hideFields={['name', 'place']}
      onSubmit={() => save.mutate(draft)}
      onClose={onClose}
    >
      <LineField
        label={t('beginning.name')}
        required
        value={draft.name}
        most={most.name}
        error={reasonsAt(save.error, 'name')}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <LineField
        label={t('admin.place')}
        value={draft.place}
        most={most.place}
        error={reasonsAt(save.error, 'place')}
        onChange={(place) => setDraft({ ...draft, place })}
      />
      {WORDS.map((word) => (
        <LineField
          key={word}
          label={t(`admin.words.${word}`)}
          required
          value={draft.words[word]}
          most={LIMITS.WordsInput[word]}
          error={reasonsAt(save.error, `words.${word}`)}
          onChange={(said) => setDraft({ ...draft, words: { ...draft.words, [word]: said } })}
        />
      ))}
    </FormDialog>
  );
}

/** Which unit is the admin office; it decides who consolidates. */
export function OfficeDialog({ institution, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [office, setOffice, kept] = useKept('office', institution.office ?? '');
  const save = useChange(kept, onClose);
  return (
    <FormDialog
      title={t('admin.setOffice')}
      submit={t('save.save')}
      draft={office}
      kept={kept}
      sending={save}
      hideFields={['office']}
      onSubmit={() => save.mutate({ office })}
      onClose={onClose}
    >
      <Text size="sm">{t('admin.officeHint')}</Text>
      <UnitSelect
        label={t('admin.office')}
        placeholder={t('choose')}
        required
        value={office}
        error={reasonsAt(save.error, 'office')}
        onChange={setOffice}
      />
    </FormDialog>
  );
}
