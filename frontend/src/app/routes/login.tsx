import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoginForm } from '@/features/session/login-form';
import { Door } from '@/app/door';
import { paths } from '@/app/paths';

const route = getRouteApi('/login');

export function LoginPage() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const router = useRouter();
  return (
    <Door title={t('session.logIn')}>
      <LoginForm onDone={() => router.history.push(next ?? paths.inbox)} />
    </Door>
  );
}
