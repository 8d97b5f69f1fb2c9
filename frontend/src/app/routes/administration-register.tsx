import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '@/components/case/code-selects';
import { DateField } from '@/components/ui/date-field';
import { PageTitle } from '@/components/ui/page-title';
import { AdministrationPlaces } from '@/features/administration/places';
import { ACTS } from '@/features/administration/acts';
import { RegisterList } from '@/features/administration/register-list';

const route = getRouteApi('/frame/administration/register');

export function AdministrationRegisterPage() {
  const { t } = useTranslation();
  const asked = route.useSearch();
  const narrow = route.useNavigate();
  return (
    <Stack maw={900}>
      <PageTitle>{t('admin.register')}</PageTitle>
      <AdministrationPlaces />
      <Text size="sm">{t('admin.registerHint')}</Text>
      <Group align="end">
        <NativeSelect
          label={t('admin.act')}
          data={[{ value: '', label: t('admin.allActs') }, ...ACTS.map((act) => ({ value: act, label: t(`admin.acts.${act}`) }))]}
          value={asked.act ?? ''}
          onChange={({ currentTarget: { value } }) =>
            void narrow({ search: { ...asked, act: ACTS.find((act) => act === value) }, replace: true })
          }
        />
        <UnitSelect
          label={t('admin.unit')}
          placeholder={t('extension.allUnits')}
          value={asked.unit ?? ''}
          onChange={(unit) => void narrow({ search: { ...asked, unit: unit || undefined }, replace: true })}
        />
        <DateField
          label={t('admin.day')}
          value={asked.day ?? ''}
          onChange={(day) => void narrow({ search: { ...asked, day: day || undefined }, replace: true })}
        />
      </Group>
      <RegisterList asked={asked} />
    </Stack>
  );
}
