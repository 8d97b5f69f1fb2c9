import { useMutation } from '@tanstack/react-query';
import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { FormDialog } from '@/components/ui/form-dialog';
import { NewPassword } from '@/components/ui/new-password';
import { toast } from '@/components/ui/toast';
import { useLimit } from '@/components/ui/use-limit';

/** One's own password; every other session ends with it. */
export function ChangePassword({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const limit = useLimit();
  const [draft, setDraft] = useState({ old: '', new: '' });
  const sending = useMutation({
    mutationFn: () => answer(client.PUT('/api/v1/password', { body: draft })),
    onSuccess: () => {
      toast(t('admin.passwordChanged'));
      onClose();
    },
  });
  const most = LIMITS.PasswordChangeInput;
  return (
    <FormDialog
      title={t('admin.changePassword')}
      submit={t('admin.changePassword')}
      draft={draft}
      kept={null}
      sending={sending}
      hideFields={['old', 'new']}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <PasswordInput
        label={t('admin.oldPassword')}
        autoComplete="current-password"
        required
        value={draft.old}
        {...limit(most.old, draft.old, reasonsAt(sending.error, 'old'))}
        onChange={(event) => setDraft({ ...draft, old: event.currentTarget.value })}
        visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
      />
      <NewPassword
        label={t('admin.newPassword')}
        value={draft.new}
        most={most.new}
        error={reasonsAt(sending.error, 'new')}
        onChange={(password) => setDraft({ ...draft, new: password })}
      />
    </FormDialog>
  );
}
