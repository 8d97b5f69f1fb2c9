import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KeptPerson } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { refreshAdministration } from './queries';

/** Somebody is let in no longer, or again; what they signed stays. */
export function LetIn({ person, onClose }: { person: KeptPerson; onClose: () => void }) {
  const { t } = useTranslation();
  const title = t(person.active ? 'admin.deactivate' : 'admin.reactivate');
  const sending = useMutation({
    mutationFn: () =>
      answer(client.PATCH('/api/v1/people/{person}', { params: { path: { person: person.id } }, body: { active: !person.active } })),
    onSuccess: async () => {
      onClose();
      await refreshAdministration();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={`${title}: ${person.full_name}`}
      question={t(person.active ? 'admin.deactivateQuestion' : 'admin.reactivateQuestion', { name: person.full_name })}
      confirm={title}
      loading={sending.isPending}
      onConfirm={() => sending.mutate()}
      onClose={onClose}
    >
      <ProblemAlert error={sending.error} />
    </ConfirmDialog>
  );
}
