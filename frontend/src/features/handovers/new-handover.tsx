import { Button, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { UserRoundPen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { onlyUnit, useUnitsHeld } from '@/api/reference';
import { UnitSelect } from '@/components/case/code-selects';
import { PersonSelect } from '@/components/case/person-select';
import { FormDialog } from '@/components/ui/form-dialog';
import { useLimit } from '@/components/ui/use-limit';
import { beginHandover } from './queries';

/** Lập bàn giao: the head says whose work goes to whom; all of it is gathered at once. */
export function NewHandover() {
  const { t } = useTranslation();
  const heads = useUnitsHeld('approve');
  const [opened, setOpened] = useState(false);
  if (heads.length === 0) return null;
  return (
    <>
      <Button leftSection={<UserRoundPen size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('handover.begin')}
      </Button>
      {opened && <NewDialog units={heads} onClose={() => setOpened(false)} />}
    </>
  );
}

function NewDialog({ units, onClose }: { units: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const limit = useLimit();
  const navigate = useNavigate();
  const [draft, setDraft] = useState({ unit: onlyUnit(units), giver: '', taker: '', note: '' });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const send = useMutation({
    mutationFn: () => beginHandover(draft),
    onSuccess: async ({ id }) => {
      onClose();
      await navigate({ to: '/handovers/$id', params: { id } });
      await refreshLive();
    },
  });
  return (
    <FormDialog
      title={t('handover.begin')}
      submit={t('handover.gather')}
      draft={draft}
      sending={send}
      hideFields={['unit', 'giver', 'taker', 'note']}
      onSubmit={() => send.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('handover.rule')}</Text>
      <UnitSelect
        label={t('handover.unit')}
        placeholder={t('choose')}
        required
        codes={units}
        value={draft.unit}
        error={reasonsAt(send.error, 'unit')}
        onChange={(unit) => change({ unit, giver: '', taker: '' })}
      />
      <PersonSelect
        label={t('handover.giver')}
        required
        unit={draft.unit}
        value={draft.giver}
        error={reasonsAt(send.error, 'giver')}
        onChange={(giver) => change({ giver })}
      />
      <PersonSelect
        label={t('handover.taker')}
        required
        unit={draft.unit}
        without={[draft.giver]}
        value={draft.taker}
        error={reasonsAt(send.error, 'taker')}
        onChange={(taker) => change({ taker })}
      />
      <Textarea
        label={t('handover.note')}
        autosize
        minRows={2}
        value={draft.note}
        {...limit(LIMITS.HandoverInput.note, draft.note, reasonsAt(send.error, 'note'))}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
