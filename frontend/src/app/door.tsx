import { Center, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { LanguageSwitch } from '@/features/session/language-switch';

/** A page before the login: one card. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={400}>
        <Text fw={700} size="lg">
          {t('product')}
        </Text>

        <PageTitle>{title}</PageTitle>
        {children}

        <LanguageSwitch />
      </Stack>
    </Center>
  );
}
