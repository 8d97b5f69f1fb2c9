import { Button, Fieldset, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { LineField } from '@/components/ui/line-field';
import { NewPassword } from '@/components/ui/new-password';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Form } from '@/components/ui/form';
import { useBegin, type Beginning } from './queries';

const NOTHING: Beginning = { code: '', name: '', place: '', full_name: '', username: '', password: '' };

/** The institution and its first administrator. */
export function BeginForm({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState(NOTHING);
  const begin = useBegin(secret, onDone);
  const set = (name: keyof Beginning) => (value: string) => setSaid((before) => ({ ...before, [name]: value }));
  const institution = LIMITS.NewInstitutionInput;
  const administrator = LIMITS.NewAdministratorInput;

  function submit() {
    begin.mutate(said);
  }

  return (
    <Form onSubmit={submit} aria-label={t('beginning.title')}>
      <Stack>
        <ProblemAlert error={begin.error} />
        <Fieldset legend={t('beginning.institution')}>
          <Stack>
            <LineField
              required
              withAsterisk={false}
              label={t('beginning.name')}
              value={said.name}
              most={institution.name}
              onChange={set('name')}
            />
            <LineField
              required
              withAsterisk={false}
              label={t('beginning.code')}
              description={t('beginning.codeHint')}
              value={said.code}
              most={institution.code}
              onChange={set('code')}
            />
            <LineField label={t('beginning.place')} value={said.place} most={institution.place} onChange={set('place')} />
          </Stack>
        </Fieldset>
        <Fieldset legend={t('beginning.administrator')}>
          <Stack>
            <LineField
              required
              withAsterisk={false}
              label={t('beginning.fullName')}
              autoComplete="name"
              value={said.full_name}
              most={administrator.full_name}
              onChange={set('full_name')}
            />
            <LineField
              required
              withAsterisk={false}
              label={t('session.username')}
              description={t('beginning.usernameHint')}
              autoComplete="username"
              value={said.username}
              most={administrator.username}
              onChange={set('username')}
            />
            <NewPassword value={said.password} most={administrator.password} onChange={set('password')} />
          </Stack>
        </Fieldset>
        <Button type="submit" variant="filled" loading={begin.isPending}>
          {t('beginning.begin')}
        </Button>
      </Stack>
    </Form>
  );
}
