import { Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import type { Item } from '@/api/types';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { useLimit } from '@/components/ui/use-limit';
import { FollowingFields } from './following-fields';
import { assignItem, createItem, draftOf, NOBODY } from './items';

/** A new item, or another unit for one that there is. */
export function ItemDialog({ year, item, onClose }: { year: string; item: Item | undefined; onClose: () => void }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept(`item ${item?.id ?? year}`, () => ({
    title: '',
    source: '',
    value: item ? draftOf(item.following) : NOBODY,
  }));
  const { title, source, value } = draft;
  const save = useMutation({
    mutationFn: () => (item ? assignItem(item.id, value) : createItem(year, title, source, value)),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshLive();
    },
  });
  return (
    <FormDialog
      draft={draft}
      kept={kept}
      title={item ? item.title : t('following.newItem')}
      submit={t('save.save')}
      sending={save}
      hideFields={['title', 'unit', 'minimum']}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {!item && (
        <>
          <Textarea
            label={t('following.itemTitle')}
            autosize
            required
            value={title}
            {...limit(LIMITS.ItemInput.title, title, reasonsAt(save.error, 'title'))}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              setDraft((now) => ({ ...now, title: typed }));
            }}
          />
          <TextInput
            label={t('following.source')}
            value={source}
            {...limit(LIMITS.ItemInput.source, source)}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              setDraft((now) => ({ ...now, source: typed }));
            }}
          />
        </>
      )}
      <FollowingFields
        value={value}
        error={save.error}
        onChange={(part) => setDraft((now) => ({ ...now, value: { ...now.value, ...part } }))}
      />
    </FormDialog>
  );
}
