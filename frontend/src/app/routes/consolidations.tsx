import { Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHolds } from '@/api/reference';
import { ButtonLink } from '@/components/ui/links';
import { PageTitle } from '@/components/ui/page-title';
import { ConsolidationList } from '@/features/consolidations/consolidation-list';
import { paths } from '@/app/paths';

export function ConsolidationsPage() {
  const { t } = useTranslation();
  const holdsConsolidate = useHolds('consolidate');
  return (
    <Stack>
      <Group justify="space-between">
        <PageTitle>{t('consolidation.list')}</PageTitle>
        {holdsConsolidate && (
          <ButtonLink to={paths.newConsolidation} preload="render">
            {t('consolidation.new')}
          </ButtonLink>
        )}
      </Group>
      <ConsolidationList />
    </Stack>
  );
}
