import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useLimit } from '@/components/ui/use-limit';
import { Form } from '@/components/ui/form';
import { useLogIn } from './session';

export function LoginForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const limit = useLimit();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const logIn = useLogIn(onDone);

  function submit() {
    logIn.mutate({ username, password });
  }

  return (
    <Form onSubmit={submit} aria-label={t('session.logIn')}>
      <Stack>
        <ProblemAlert error={logIn.error} />
        <TextInput
          label={t('session.username')}
          autoComplete="username"
          autoCapitalize="none"
          required
          withAsterisk={false}
          data-autofocus
          value={username}
          {...limit(LIMITS.LoginInput.username, username)}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('session.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          {...limit(LIMITS.LoginInput.password, password)}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
        />
        <Button type="submit" variant="filled" loading={logIn.isPending}>
          {t('session.logIn')}
        </Button>
      </Stack>
    </Form>
  );
}
