import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHolds } from '@/api/reference';
import { paths } from '@/app/paths';
import { ButtonLink } from '@/components/ui/links';
import { PageTitle } from '@/components/ui/page-title';
import { StandInForm } from '@/features/administration/stand-in-form';
import { StandInList } from '@/features/administration/stand-in-list';

export function StandInsPage() {
  const { t } = useTranslation();
  const office = useHolds('consolidate');
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <PageTitle>{t('standIn.list')}</PageTitle>
        <Group gap="sm">
          <ButtonLink to={paths.administrationRights} variant="default">
            {t('rights.title')}
          </ButtonLink>
          {office && <Button onClick={() => setAdding(true)}>{t('standIn.add')}</Button>}
        </Group>
      </Group>
      <Text size="sm">{t('standIn.rule')}</Text>
      <Switch label={t('standIn.past')} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
      <StandInList running={!all} />
      {adding && <StandInForm onClose={() => setAdding(false)} />}
    </Stack>
  );
}
