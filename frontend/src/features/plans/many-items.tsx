import { Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { FormDialog } from '@/components/ui/form-dialog';
import { useLimit } from '@/components/ui/use-limit';
import { useKept } from '@/components/ui/use-kept';
import { FollowingFields } from './following-fields';
import { createItems, NOBODY, titlesIn } from './items';

/** All items of the Notice at once, pasted from its list; which unit follows each is then set in the board. */
export function ManyItems({ year, onClose }: { year: string; onClose: () => void }) {
  const { t } = useTranslation();
  const limit = useLimit();
  const [draft, setDraft, kept] = useKept(`items ${year}`, { titles: '', source: '', value: NOBODY });
  const { titles, source, value } = draft;
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () => createItems(year, titles, source, value),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshLive();
    },
  });
  const lines = titlesIn(titles);
  const n = lines.length;
  const longest = lines.toSorted((one, other) => other.length - one.length)[0] ?? '';
  return (
    <FormDialog
      draft={draft}
      kept={kept}
      title={t('following.many')}
      submit={t('following.makeMany', { n })}
      disabled={n === 0}
      sending={save}
      hideFields={['unit', 'minimum']}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Textarea
        label={t('following.titles')}
        description={t('following.titlesHint')}
        autosize
        minRows={6}
        maxRows={20}
        required
        value={titles}
        {...limit(LIMITS.ItemsInput.titles_each, longest, reasonsAt(save.error, 'titles'))}
        onChange={(event) => change({ titles: event.currentTarget.value })}
      />
      <TextInput
        label={t('following.source')}
        value={source}
        {...limit(LIMITS.ItemsInput.source, source)}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      <FollowingFields
        value={value}
        error={save.error}
        onChange={(part) => setDraft((now) => ({ ...now, value: { ...now.value, ...part } }))}
      />
    </FormDialog>
  );
}
