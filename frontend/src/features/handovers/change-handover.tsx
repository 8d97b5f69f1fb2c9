import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Beginning, Handover } from '@/api/handover-types';
import { refreshLive } from '@/api/query-client';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { plansSent } from './going-along';
import { HANDOVER_FIELDS, HandoverFields, type HandoverDraft } from './handover-fields';
import { beginningQuery, changeHandover } from './queries';

/** Writes an open draft anew, from what the giver has now; nothing where the reader may not. */
export function ChangeHandover({ item }: { item: Handover }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data: found } = useQuery({ ...beginningQuery(item.unit, item.giver_id), enabled: item.editable.length === 0 });
  if (item.editable.length > 0) return null;
  return (
    <>
      <Button variant="default" leftSection={<Pencil size={16} aria-hidden />} disabled={!found} onClick={() => setOpened(true)}>
        {t('handover.change')}
      </Button>
      {opened && found && <ChangeDialog item={item} found={found} onClose={() => setOpened(false)} />}
    </>
  );
}

function ChangeDialog({ item, found, onClose }: { item: Handover; found: Beginning; onClose: () => void }) {
  const { t } = useTranslation();
  const [opened] = useState(item); // what the form was opened on, whatever arrives meanwhile
  const [draft, setDraft, typed] = useKept<HandoverDraft>(`handover ${opened.id}`, () => draftOf(opened, found));
  const save = useMutation({
    mutationFn: () =>
      changeHandover(opened.id, { taker: draft.taker, note: draft.note.trim(), plans: plansSent(found.items, draft.kept) }, opened.digest),
    onSuccess: async () => {
      typed.drop();
      onClose();
      await refreshLive();
    },
  });
  return (
    <FormDialog
      title={t('handover.change')}
      submit={t('save.save')}
      draft={draft}
      kept={typed}
      sending={save}
      hideFields={HANDOVER_FIELDS}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <HandoverFields draft={draft} found={found} error={save.error} onChange={(part) => setDraft((now) => ({ ...now, ...part }))} />
    </FormDialog>
  );
}

/** As it was written: a plan that does not stand in it is kept. */
function draftOf({ unit, giver_id, taker_id, note, items }: Handover, found: Beginning): HandoverDraft {
  const listed = new Set(items.filter(({ kind }) => kind === 'plan').map(({ target }) => target));
  const kept = found.items.filter(({ kind, target }) => kind === 'plan' && !listed.has(target)).map(({ target }) => target);
  return { unit, giver: giver_id, taker: taker_id, note, kept };
}
