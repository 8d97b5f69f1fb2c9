import { Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHolds } from '../../api/reference';
import { ButtonLink } from '../../components/links';
import { PageTitle } from '../../components/page-title';
import { ConsolidationList } from '../../features/meetings/consolidation-list';
import { paths } from '../paths';

export function ConsolidationsPage() {
  const { t } = useTranslation();
  const holdsConsolidate = useHolds('consolidate');
  return (
    <Stack>
      <Group justify="space-between">
        <PageTitle>{t('consolidation.list')}</PageTitle>
        {holdsConsolidate && <ButtonLink to={paths.newConsolidation} preload="render">{t('consolidation.new')}</ButtonLink>}
      </Group>
      <ConsolidationList />
    </Stack>
  );
}
