import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '@/app/paths';
import { UnitSelect } from '@/components/case/code-selects';
import { PageTitle } from '@/components/ui/page-title';
import { GiveInstruction } from '@/features/instructions/give-instruction';
import { InstructionList } from '@/features/instructions/instruction-list';
import { FILTERS } from '@/features/instructions/filters';

const route = getRouteApi('/frame/instructions');

export function InstructionsPage() {
  const { t } = useTranslation();
  const asked = route.useSearch();
  const narrow = route.useNavigate();
  const navigate = useNavigate();
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <PageTitle>{t('instruction.list')}</PageTitle>
        <GiveInstruction onGiven={({ id }) => void navigate({ to: paths.instruction, params: { id } })} />
      </Group>
      <Text size="sm">{t('instruction.rule')}</Text>
      <Group align="end">
        <NativeSelect
          label={t('instruction.filter')}
          data={[
            { value: '', label: t('instruction.all') },
            ...FILTERS.map((value) => ({ value, label: t(`instruction.filters.${value}`) })),
          ]}
          value={asked.stands ?? ''}
          onChange={(event) => {
            const stands = FILTERS.find((filter) => filter === event.currentTarget.value);
            void narrow({ search: { ...asked, stands }, replace: true });
          }}
        />
        <UnitSelect
          label={t('instruction.unit')}
          placeholder={t('instruction.allUnits')}
          value={asked.unit ?? ''}
          onChange={(unit) => void narrow({ search: { ...asked, unit: unit || undefined }, replace: true })}
        />
      </Group>
      <InstructionList asked={asked} />
    </Stack>
  );
}
