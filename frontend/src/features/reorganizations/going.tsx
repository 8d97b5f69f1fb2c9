import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reorganization } from '@/api/administration-types';
import { useUnitNames } from '@/api/reference';
import { Fold } from '@/components/ui/fold';

/** What of the unit goes along: how much, and for the office and the leadership what. */
export function Going({ one }: { one: Reorganization }) {
  const { t } = useTranslation();
  if (!one.counts) return <Parts one={one} />;
  if (!one.successor) {
    return (
      <>
        <Text size="sm">{t('reorganization.staying', one.counts)}</Text>
        <Parts one={one} />
      </>
    );
  }
  return (
    <Stack gap="xs">
      <Text size="sm">{t('reorganization.counts', one.counts)}</Text>
      {one.details && (
        <Fold summary={t('reorganization.details')}>
          <Named title={t('reorganization.plans')} lines={one.details.plans.map((plan) => t('reorganization.plan', plan))} />
          <Named title={t('reorganization.cases')} lines={one.details.cases.map(({ title }) => title)} />
          <Named title={t('reorganization.items')} lines={one.details.items.map(({ title }) => title)} />
          <Named title={t('reorganization.promises')} lines={one.details.promises.map(({ title }) => title)} />
          <Named title={t('reorganization.people')} lines={one.details.people} />
          <Named title={t('reorganization.signing')} lines={one.details.signing} />
        </Fold>
      )}
      <Parts one={one} />
    </Stack>
  );
}

function Parts({ one }: { one: Reorganization }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const lines = one.parts.map(({ title, unit }) => t('reorganization.into', { unit: title, successor: unitName(unit) }));
  return <Named title={t('reorganization.parts')} lines={lines} />;
}

function Named({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm">
        {lines.map((line, place) => (
          <List.Item key={`${place} ${line}`}>{line}</List.Item>
        ))}
      </List>
    </div>
  );
}
