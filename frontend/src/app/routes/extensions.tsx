import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '@/components/case/code-selects';
import { PageTitle } from '@/components/ui/page-title';
import { ExtensionList } from '@/features/extensions/extension-list';
import { FILTERS } from '@/features/extensions/queries';

const route = getRouteApi('/frame/extensions');

export function ExtensionsPage() {
  const { t } = useTranslation();
  const asked = route.useSearch();
  const narrow = route.useNavigate();
  return (
    <Stack maw={900}>
      <PageTitle>{t('extension.list')}</PageTitle>
      <Text size="sm">{t('extension.rule')}</Text>
      <Group align="end">
        <NativeSelect
          label={t('extension.filter')}
          data={[{ value: '', label: t('extension.all') }, ...FILTERS.map((value) => ({ value, label: t(`extension.stands.${value}`) }))]}
          value={asked.stands ?? ''}
          onChange={(event) => {
            const stands = FILTERS.find((filter) => filter === event.currentTarget.value);
            void narrow({ search: { ...asked, stands }, replace: true });
          }}
        />
        <UnitSelect
          label={t('extension.unit')}
          placeholder={t('extension.allUnits')}
          value={asked.unit ?? ''}
          onChange={(unit) => void narrow({ search: { ...asked, unit: unit || undefined }, replace: true })}
        />
      </Group>
      <ExtensionList asked={asked} />
    </Stack>
  );
}
