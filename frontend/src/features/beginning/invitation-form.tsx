import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { NewPassword } from '@/components/ui/new-password';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Form } from '@/components/ui/form';
import { useSetPassword } from './queries';

interface InvitationFormProps {
  secret: string;
  name: string;
  username: string;
  onDone: () => void;
}

/** Somebody sets the password by a link that works once. */
export function InvitationForm({ secret, name, username, onDone }: InvitationFormProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const setting = useSetPassword(secret, onDone);

  function submit() {
    setting.mutate(password);
  }

  return (
    <Form onSubmit={submit} aria-label={t('beginning.setPassword')}>
      <Stack>
        <Text>{t('beginning.greeting', { name, username })}</Text>
        <ProblemAlert error={setting.error} />
        <NewPassword value={password} most={LIMITS.NewPasswordInput.password} onChange={setPassword} />
        <Button type="submit" variant="filled" loading={setting.isPending}>
          {t('beginning.setPassword')}
        </Button>
      </Stack>
    </Form>
  );
}
