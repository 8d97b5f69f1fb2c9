import { Center, Paper, Stack, Text } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { LanguageSwitch } from '@/features/session/language-switch';
import { LoginForm } from '@/features/session/login-form';
import { paths } from '@/app/paths';

const route = getRouteApi('/login');

export function LoginPage() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const router = useRouter();
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={400}>
        <Text fw={800} size="xl" c="blue.9">
          {t('product')}
        </Text>
        <Paper withBorder p="lg">
          <Stack>
            <PageTitle>{t('session.logIn')}</PageTitle>
            <LoginForm onDone={() => router.history.push(next ?? paths.inbox)} />
          </Stack>
        </Paper>
        <LanguageSwitch />
      </Stack>
    </Center>
  );
}
