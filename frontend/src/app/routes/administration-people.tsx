import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '@/components/case/code-selects';
import { PageTitle } from '@/components/ui/page-title';
import { usePhone } from '@/components/ui/use-phone';
import { OpenPeopleSheet } from '@/features/administration/open-people-sheet';
import { PasswordLinks } from '@/features/administration/password-links';
import { PeopleLists } from '@/features/administration/people-lists';
import { PeopleSheet } from '@/features/administration/people-sheet';
import { PersonForm } from '@/features/administration/person-form';
import { PersonList } from '@/features/administration/person-list';
import { AdministrationPlaces } from '@/features/administration/places';
import { everybodyQuery, type PeopleAsked } from '@/features/administration/queries';

const route = getRouteApi('/frame/administration/people');

export function AdministrationPeoplePage() {
  const { t } = useTranslation();
  const { sheet, ...asked } = route.useSearch();
  const narrow = route.useNavigate();
  const phone = usePhone();
  const [adding, setAdding] = useState(false);
  const openSheet = (open: boolean) => void narrow({ search: { ...asked, sheet: open || undefined } });
  if (sheet && !phone) {
    return (
      <Stack>
        <PageTitle>{t('peopleSheet.title')}</PageTitle>
        <AdministrationPlaces />
        <PeopleSheet onClose={() => openSheet(false)} />
      </Stack>
    );
  }
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <PageTitle>{t('admin.people')}</PageTitle>
        <Group gap="sm">
          <LinksForAll asked={asked} />
          {!phone && <OpenPeopleSheet onOpen={() => openSheet(true)} />}
          <Button onClick={() => setAdding(true)}>{t('admin.addPerson')}</Button>
        </Group>
      </Group>
      <AdministrationPlaces />
      {phone && <PeopleLists />}
      <Narrowing asked={asked} />
      <PersonList asked={asked} />
      {adding && <PersonForm onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function Narrowing({ asked }: { asked: PeopleAsked }) {
  const { t } = useTranslation();
  const narrow = route.useNavigate();
  const active = asked.active === undefined ? '' : String(asked.active);
  return (
    <Group align="end">
      <UnitSelect
        label={t('admin.unit')}
        placeholder={t('extension.allUnits')}
        value={asked.unit ?? ''}
        onChange={(unit) => void narrow({ search: { ...asked, unit: unit || undefined }, replace: true })}
      />
      <NativeSelect
        label={t('admin.letIn')}
        data={[
          { value: '', label: t('admin.everybody') },
          { value: 'true', label: t('admin.active') },
          { value: 'false', label: t('admin.inactive') },
        ]}
        value={active}
        onChange={({ currentTarget: { value } }) =>
          void narrow({ search: { ...asked, active: value === '' ? undefined : value === 'true' }, replace: true })
        }
      />
    </Group>
  );
}

/** Links for everybody in the list, as far as it is shown, who cannot log in yet. */
function LinksForAll({ asked }: { asked: PeopleAsked }) {
  const { t } = useTranslation();
  const [people, setPeople] = useState<string[]>();
  const { data } = useInfiniteQuery(everybodyQuery(asked));
  const waiting = data?.pages.flatMap(({ results }) => results).filter(({ active, has_password }) => active && !has_password) ?? [];
  if (waiting.length === 0 && !people) return null;
  return (
    <>
      <Button variant="default" onClick={() => setPeople(waiting.map(({ id }) => id))}>
        {t('admin.linksForAll', { n: waiting.length })}
      </Button>
      {people && <PasswordLinks people={people} onClose={() => setPeople(undefined)} />}
    </>
  );
}
