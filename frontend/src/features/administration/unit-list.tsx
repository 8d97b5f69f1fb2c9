import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptUnit } from '@/api/administration-types';
import { unitsQuery, useUnitNames } from '@/api/reference';
import { EmptyNote } from '@/components/ui/empty-note';
import { PlainList } from '@/components/ui/plain-list';
import { QueryView } from '@/components/ui/query-view';
import { plainDate } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import { ListRow } from '@/components/ui/list-row';
import { EndUnit } from './end-unit';
import { UnitForm } from './unit-form';

/** Every unit below the institution itself, ended ones last. */
export function UnitList() {
  const { t } = useTranslation();
  const query = useQuery(unitsQuery);
  return (
    <QueryView query={query}>
      {(units) => {
        const below = units.filter(({ kind }) => kind !== 'root');
        if (below.length === 0) return <EmptyNote>{t('admin.noUnits')}</EmptyNote>;
        const ordered = [...below.filter(({ valid_to }) => !valid_to), ...below.filter(({ valid_to }) => valid_to)];
        return (
          <PlainList aria-label={t('admin.units')}>
            {ordered.map((unit) => (
              <UnitCard key={unit.code} unit={unit} />
            ))}
          </PlainList>
        );
      }}
    </QueryView>
  );
}

function UnitCard({ unit }: { unit: KeptUnit }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'change' | 'end'>();
  return (
    <ListRow>
      <Group justify="space-between" gap="sm" align="start">
        <div style={{ flex: '1 1 240px' }}>
          <Group gap="sm">
            <Text fw={600}>{unit.name}</Text>
            <Quiet>{t(`admin.unitKinds.${unit.kind}`)}</Quiet>
            {unit.office && <Quiet>{t('admin.office')}</Quiet>}
          </Group>
          <About unit={unit} />
        </div>
        {!unit.valid_to && (
          <Button.Group>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('admin.changeOf', { name: unit.name })}
              onClick={() => setOpened('change')}
            >
              {t('admin.change')}
            </Button>
            <Button size="compact-sm" variant="default" aria-label={t('admin.endOf', { name: unit.name })} onClick={() => setOpened('end')}>
              {t('admin.end')}
            </Button>
          </Button.Group>
        )}
      </Group>
      {opened === 'change' && <UnitForm unit={unit} onClose={() => setOpened(undefined)} />}
      {opened === 'end' && <EndUnit unit={unit} onClose={() => setOpened(undefined)} />}
    </ListRow>
  );
}

function About({ unit }: { unit: KeptUnit }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const words = [
    unit.code,
    unit.parent && t('admin.below', { name: unitName(unit.parent) }),
    unit.aliases.length > 0 && t('admin.alsoCalled', { names: unit.aliases.join('; ') }),
    unit.past_names.length > 0 && t('admin.onceCalled', { names: unit.past_names.join('; ') }),
    unit.valid_to && t('admin.endedOn', { day: plainDate(unit.valid_to) }),
    unit.successor && t('admin.followedBy', { name: unitName(unit.successor) }),
  ];
  return <Text size="sm">{words.filter(Boolean).join(' · ')}</Text>;
}
