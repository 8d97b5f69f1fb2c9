import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UnitRights } from '@/api/administration-types';
import { QueryView } from '@/components/ui/query-view';
import { rightsQuery } from './queries';
import { byPerson, type PersonRights } from './rights-by-person';

/** Who can do what now: unit by unit, where a right that nobody holds is said in red, or person by person. */
export function RightsTable({ people }: { people: boolean }) {
  const rights = useQuery(rightsQuery);
  const Shown = people ? People : Units;
  return <QueryView query={rights}>{(units) => <Shown units={units} />}</QueryView>;
}

function People({ units }: { units: readonly UnitRights[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={700} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t('rights.byPerson')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rights.who')}</Table.Th>
            <Table.Th>{t('admin.unit')}</Table.Th>
            <Table.Th>{t('rights.right')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {byPerson(units).map((one) => (
            <PersonRows key={one.person} one={one} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function PersonRows({ one }: { one: PersonRights }) {
  const { t } = useTranslation();
  const said = (right: PersonRights['units'][number]['rights'][number]) =>
    `${t(`rights.rights.${right.right}`)}${right.lent ? ` (${t('rights.lent')})` : ''}`;
  return one.units.map((place, index) => (
    <Table.Tr key={place.unit}>
      {index === 0 && (
        <Table.Th scope="rowgroup" rowSpan={one.units.length} style={{ verticalAlign: 'top' }}>
          {one.name}
        </Table.Th>
      )}
      <Table.Td>{`${place.name} (${place.title})`}</Table.Td>
      <Table.Td>{place.rights.map(said).join('; ')}</Table.Td>
    </Table.Tr>
  ));
}

function Units({ units }: { units: readonly UnitRights[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={700} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t('rights.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('admin.unit')}</Table.Th>
            <Table.Th>{t('rights.right')}</Table.Th>
            <Table.Th>{t('rights.who')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {units.map((unit) => (
            <UnitRows key={unit.unit} unit={unit} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function UnitRows({ unit }: { unit: UnitRights }) {
  const { t } = useTranslation();
  return unit.rights.map(({ right, holders }, index) => (
    <Table.Tr key={right}>
      {index === 0 && (
        <Table.Th scope="rowgroup" rowSpan={unit.rights.length} style={{ verticalAlign: 'top' }}>
          {unit.name}
          {unit.away.length > 0 && (
            <Text size="sm" fw={400}>
              {t('rights.away', { names: unit.away.join(', ') })}
            </Text>
          )}
        </Table.Th>
      )}
      <Table.Td>{t(`rights.rights.${right}`)}</Table.Td>
      <Table.Td>
        <Holders holders={holders} />
      </Table.Td>
    </Table.Tr>
  ));
}

function Holders({ holders }: { holders: UnitRights['rights'][number]['holders'] }) {
  const { t } = useTranslation();
  if (holders.length === 0) {
    return (
      <Text size="sm" c="var(--late-text)" fw={600}>
        {t('rights.nobody')}
      </Text>
    );
  }
  const words = holders.map(({ name, title, lent }) => `${name} (${lent ? t('rights.lent') : title})`);
  return words.join('; ');
}
