import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reorganization } from '@/api/administration-types';
import { useUnitNames } from '@/api/reference';
import { PagedList } from '@/components/ui/paged-list';
import { exactTime, plainDate } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import { ListRow } from '@/components/ui/list-row';
import { Decide } from './decide';
import { Going } from './going';
import { PlacePlans } from './place-plans';
import { reorganizationsQuery } from './queries';

/** Mergers and splits, the latest on top. */
export function ReorganizationList() {
  const { t } = useTranslation();
  return (
    <PagedList query={reorganizationsQuery} label={t('reorganization.list')} empty={t('reorganization.none')}>
      {(one) => <Card key={one.id} one={one} />}
    </PagedList>
  );
}

function Card({ one }: { one: Reorganization }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const title = one.successor
    ? t('reorganization.into', { unit: unitName(one.unit), successor: unitName(one.successor) })
    : unitName(one.unit);
  return (
    <ListRow>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Group gap="sm">
            <Text fw={600}>{title}</Text>
            <Quiet>{t(`reorganization.kinds.${one.kind}`)}</Quiet>
          </Group>
          <Quiet>{t(`reorganization.stands.${one.stands}`)}</Quiet>
        </Group>
        <Text size="sm">
          {t('reorganization.paper', { day: plainDate(one.on), number: one.number, dated: plainDate(one.dated) })}
          {one.note && ` · ${one.note}`}
        </Text>
        <Who one={one} />
        <Going one={one} />
        {one.placeable && <PlacePlans key={JSON.stringify(one.parts)} one={one} />}
        <Decide one={one} title={title} />
      </Stack>
    </ListRow>
  );
}

/** Who entered it, confirmed it, declined or withdrew it. */
function Who({ one }: { one: Reorganization }) {
  const { t } = useTranslation();
  const said = [
    t('reorganization.enteredBy', { name: one.by, at: exactTime(one.at) }),
    one.confirmed_at && t('reorganization.confirmedBy', { name: one.confirmed_by, at: exactTime(one.confirmed_at) }),
    one.closed_at && t('reorganization.closedBy', { name: one.closed_by, at: exactTime(one.closed_at) }),
    one.reason && t('reorganization.because', { reason: one.reason }),
    one.applied_at && t('reorganization.appliedAt', { at: exactTime(one.applied_at) }),
  ];
  return (
    <Text size="sm" c="dimmed">
      {said.filter(Boolean).join(' · ')}
    </Text>
  );
}
