import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { askOpinions } from './queries';

/** Puts the draft to every lead and coordinating unit that was not asked yet. */
export function AskOpinions({ plan }: { plan: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<MessagesSquare size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('opinion.ask')}
      </Button>
      {opened && <AskDialog plan={plan} onClose={() => setOpened(false)} />}
    </>
  );
}

function AskDialog({ plan, onClose }: { plan: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [day, setDay, kept] = useKept(`opinions ${plan}`, '');
  const send = useMutation({
    mutationFn: () => askOpinions(plan, day),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshLive();
    },
  });
  return (
    <FormDialog
      title={t('opinion.ask')}
      submit={t('opinion.ask')}
      draft={day}
      kept={kept}
      sending={send}
      hideFields={['due_on']}
      onSubmit={() => send.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('opinion.rule')}</Text>
      <DateField label={t('opinion.dueOn')} required value={day} error={reasonsAt(send.error, 'due_on')} onChange={setDay} />
    </FormDialog>
  );
}
