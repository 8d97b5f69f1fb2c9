import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Agenda, Consequence } from '@/api/meeting-types';
import { useHolds } from '@/api/reference';
import { Fold } from '@/components/ui/fold';
import { usePeriodName } from '@/components/case/period-name';
import { PlainList } from '@/components/ui/plain-list';
import { ListRow } from '@/components/ui/list-row';
import { DecisionForm } from './decision-form';
import { InaccurateForm } from './inaccurate-form';
import { Outcome } from './outcome';

/** What Notice 242, II.8 points at in this meeting; nothing follows before the leadership has decided. */
export function Decisions({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const holdsPresent = useHolds('present');
  const deciding = holdsPresent && agenda.deciding;
  return (
    <Stack gap="md">
      <Text fz="inherit">{t('consequences.rule')}</Text>
      {agenda.consequences.length === 0 && <Text fz="inherit">{t('consequences.none')}</Text>}
      {byUnit(agenda.consequences).map((items) => (
        <section key={keyOf(items[0]!)}>
          <Title order={3} fz="1.15em" mb="xs">
            {items[0]!.name} – {periodName(items[0]!.period)}
          </Title>
          <PlainList gap="sm">
            {items.map((item) => (
              <Case key={keyOf(item)} item={item} meeting={agenda.id} deciding={deciding} />
            ))}
          </PlainList>
        </section>
      ))}
      {deciding && agenda.units.length > 0 && (
        <Fold summary={t('consequences.inaccurate.open')}>
          <InaccurateForm agenda={agenda} />
        </Fold>
      )}
    </Stack>
  );
}

function byUnit(items: Consequence[]): Consequence[][] {
  const groups = new Map<string, Consequence[]>();
  for (const item of items) {
    const key = `${item.period} ${item.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

function keyOf({ period, unit, item, trigger }: Consequence): string {
  return [period, unit, item, trigger].join(' ');
}

function Case({ item, meeting, deciding }: { item: Consequence; meeting: string; deciding: boolean }) {
  const { t } = useTranslation();
  const { title, trigger, evidence_text, applied, reason } = item;
  return (
    <ListRow>
      <Text fz="inherit" fw={600}>
        {title}: {t(`consequences.triggers.${trigger}`)}
      </Text>
      {evidence_text && (
        <Text fz="0.9em" c="dimmed">
          {evidence_text}
        </Text>
      )}
      <Outcome applied={applied} reason={reason} />
      {deciding && (
        <Fold key={`${applied} ${reason}`} summary={t(applied === null ? 'consequences.decide' : 'consequences.decideAgain')}>
          <DecisionForm meeting={meeting} item={item} />
        </Fold>
      )}
    </ListRow>
  );
}
