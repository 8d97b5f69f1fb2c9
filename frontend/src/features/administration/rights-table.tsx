import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UnitRights } from '@/api/administration-types';
import { QueryView } from '@/components/ui/query-view';
import { rightsQuery } from './queries';

/** Unit by unit, who can do what there now; a right that nobody holds is said in red. */
export function RightsTable() {
  const { t } = useTranslation();
  const rights = useQuery(rightsQuery);
  return (
    <QueryView query={rights}>
      {(units) => (
        <Table.ScrollContainer minWidth={700} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table withTableBorder aria-label={t('rights.title')}>
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
      )}
    </QueryView>
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
      <Text size="sm" c="red.9" fw={600}>
        {t('rights.nobody')}
      </Text>
    );
  }
  const words = holders.map(({ name, title, lent }) => `${name} (${lent ? t('rights.lent') : title})`);
  return words.join('; ');
}
