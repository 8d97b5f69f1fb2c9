import { Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { PagedList } from '@/components/ui/paged-list';
import { CaseItem } from '@/features/approvals/case-item';
import { casesQuery } from '@/features/approvals/queries';

const route = getRouteApi('/frame/cases');

/** The cases that one notice is about. */
export function CasesPage() {
  const { t } = useTranslation();
  const { notice } = route.useSearch();
  return (
    <Stack>
      <PageTitle>{t('notifications.cases')}</PageTitle>
      <PagedList query={casesQuery(notice)} label={t('notifications.cases')} empty={t('notifications.noCases')}>
        {(item) => <CaseItem key={item.id} item={item} />}
      </PagedList>
    </Stack>
  );
}
