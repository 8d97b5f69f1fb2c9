import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, seen } from '@/api/client';
import { keys } from '@/api/keys';
import { reasonsAt } from '@/api/problem';
import { queryClient, refreshLive } from '@/api/query-client';
import type { Plan } from '@/api/types';
import { useHeld } from '@/components/ui/held';
import { FormDialog } from '@/components/ui/form-dialog';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { useKept } from '@/components/ui/use-kept';

const FIELDS = ['title', 'number', 'note'] as const;

/** Edit what is said about the whole plan. */
export function PlanDetails({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const held = useHeld();
  return (
    <>
      <Button variant="default" disabled={held} leftSection={<Pencil size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('plan.details')}
      </Button>
      {opened && <DetailsDialog plan={plan} onClose={() => setOpened(false)} />}
    </>
  );
}

function DetailsDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [digest] = useState(plan.digest); // what the form was opened on, whatever arrives meanwhile
  const [value, setValue, kept] = useKept(`plan ${plan.id}`, { title: plan.title, number: plan.number, note: plan.note });
  const save = useMutation({
    mutationFn: () =>
      answer(
        client.PATCH('/api/v1/plans/{case_id}', {
          params: { path: { case_id: plan.id }, header: seen(digest) },
          body: value,
        }),
      ),
    onSuccess: async (saved) => {
      queryClient.setQueryData(keys.plan(plan.id), saved);
      kept.drop();
      onClose();
      await refreshLive();
    },
  });
  const field = (name: (typeof FIELDS)[number]) => ({
    label: t(`plan.${name}`),
    value: value[name],
    ...limit(LIMITS.PatchedPlanChanges[name], value[name], reasonsAt(save.error, name)),
    onChange: (event: { currentTarget: { value: string } }) => {
      const typed = event.currentTarget.value;
      setValue((now) => ({ ...now, [name]: typed }));
    },
  });

  return (
    <FormDialog
      draft={value}
      kept={kept}
      title={t('plan.details')}
      submit={t('save.save')}
      sending={save}
      hideFields={FIELDS}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Textarea autosize {...field('title')} data-autofocus />
      <TextInput {...field('number')} />
      <Textarea autosize minRows={2} {...field('note')} />
    </FormDialog>
  );
}
