import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { InboxList } from '@/features/approvals/inbox-list';
import { DigestCard } from '@/features/weeks/digest-card';

export function InboxPage() {
  const { t } = useTranslation();
  return (
    <Stack>
      <PageTitle>{t('inbox.title')}</PageTitle>
      <DigestCard />
      <InboxList />
    </Stack>
  );
}
