import { Button, NativeSelect, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { UserRoundCog } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { meQuery } from '@/api/reference';
import { FormDialog } from '@/components/ui/form-dialog';
import { useLimit } from '@/components/ui/use-limit';
import { useKept } from '@/components/ui/use-kept';
import { exactTime } from '@/i18n/time';
import { handingsQuery, handOn, refreshHandings } from './queries';

/** To whom the step that the case waits for was handed; whoever may hands it to another one who can take it, with a reason. */
export function HandOn({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(handingsQuery(caseId));
  const { data: me } = useQuery(meQuery);
  const [open, setOpen] = useState(false);
  if (!data) return null;
  const others = data.able.filter(({ id }) => id !== me?.id);
  return (
    <>
      {data.handed.map(({ to, by, reason, at }) => (
        <Text key={at} size="sm">
          {t('handing.told', { to, by, reason, at: exactTime(at) })}
        </Text>
      ))}
      {data.allowed && others.length > 0 && (
        <Button variant="subtle" size="compact-sm" leftSection={<UserRoundCog size={16} aria-hidden />} onClick={() => setOpen(true)}>
          {t('handing.hand')}
        </Button>
      )}
      {open && <HandForm caseId={caseId} people={others} onClose={() => setOpen(false)} />}
    </>
  );
}

interface HandFormProps {
  caseId: string;
  people: readonly { id: string; name: string }[];
  onClose: () => void;
}

function HandForm({ caseId, people, onClose }: HandFormProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  const [draft, setDraft, kept] = useKept(`hand on ${caseId}`, { to: '', reason: '' });
  const sending = useMutation({
    mutationFn: () => handOn(caseId, draft),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshHandings(caseId);
    },
  });
  return (
    <FormDialog
      title={t('handing.hand')}
      submit={t('handing.hand')}
      draft={draft}
      kept={kept}
      unjudged
      disabled={!draft.to}
      sending={sending}
      hideFields={['to', 'reason']}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('handing.rule')}</Text>
      <NativeSelect
        label={t('handing.to')}
        required
        data={[{ value: '', label: t('choose') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        value={draft.to}
        error={reasonsAt(sending.error, 'to')}
        onChange={(event) => setDraft({ ...draft, to: event.currentTarget.value })}
      />
      <Textarea
        label={t('handing.reason')}
        required
        autosize
        minRows={2}
        value={draft.reason}
        {...limit(LIMITS.HandingInput.reason, draft.reason, reasonsAt(sending.error, 'reason'))}
        onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
