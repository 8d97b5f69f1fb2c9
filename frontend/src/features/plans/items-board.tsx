import { NativeSelect, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refreshLive } from '@/api/query-client';
import { unitsQuery } from '@/api/reference';
import type { Following, Item } from '@/api/types';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { assignItem, CADENCES, draftOf } from './items';

/** Every item with the unit that follows it and how often, each changed where it stands; who followed before stays on record. */
export function ItemsBoard({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t('following.board')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('following.itemTitle')}</Table.Th>
            <Table.Th>{t('plan.monitoringUnit')}</Table.Th>
            <Table.Th>{t('following.cadence')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <BoardRow key={item.id} item={item} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function BoardRow({ item }: { item: Item }) {
  const { t } = useTranslation();
  const { data: units = [] } = useQuery(unitsQuery);
  const assign = useMutation({
    mutationFn: (part: Partial<Pick<Following, 'unit' | 'cadence'>>) => assignItem(item.id, { ...draftOf(item.following), ...part }),
    onSuccess: refreshLive,
  });
  const { unit, cadence } = item.following;
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm">{item.title}</Text>
        <ProblemAlert error={assign.error} />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={t('following.unitOf', { title: item.title })}
          disabled={assign.isPending}
          value={unit}
          data={units.filter(({ kind, valid_to }) => kind !== 'root' && !valid_to).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => assign.mutate({ unit: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={t('following.cadenceOf', { title: item.title })}
          disabled={assign.isPending}
          value={cadence}
          data={CADENCES.map((value) => ({ value, label: t(`following.cadences.${value}`) }))}
          onChange={(event) => assign.mutate({ cadence: CADENCES.find((one) => one === event.currentTarget.value) })}
        />
      </Table.Td>
    </Table.Tr>
  );
}
