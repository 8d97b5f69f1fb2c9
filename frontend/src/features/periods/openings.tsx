import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHolds } from '@/api/reference';
import type { Opening } from '@/api/report-types';
import type { Period } from '@/api/types';
import { PlainList } from '@/components/ui/plain-list';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { plainDate, exactTime } from '@/i18n/time';
import { OpenForUnit } from './open-for-unit';
import { openingsQuery } from './queries';

/** A closed period: since when, for whom it was opened again, until which day and why. */
export function Openings({ period }: { period: Period }) {
  const { t } = useTranslation();
  const office = useHolds('consolidate');
  const query = useQuery({ ...openingsQuery(period.id), enabled: period.closed_at !== null });
  if (!period.closed_at) return null;
  return (
    <Section title={t('opening.closed')} aside={office && <OpenForUnit period={period} />}>
      <Text size="sm">{t('opening.explain', { at: exactTime(period.closed_at) })}</Text>
      <QueryView query={query}>
        {(openings) => (openings.length === 0 ? <Text size="sm">{t('opening.none')}</Text> : <List openings={openings} />)}
      </QueryView>
    </Section>
  );
}

function List({ openings }: { openings: readonly Opening[] }) {
  const { t } = useTranslation();
  return (
    <PlainList gap="sm">
      {openings.map(({ id, name, along, until, reason, by, at }) => (
        <li key={id}>
          <Text size="sm" fw={600}>
            {t(along ? 'opening.lineAlong' : 'opening.line', { unit: name, along, day: plainDate(until) })}
          </Text>
          <Text size="sm">{reason}</Text>
          <Text size="xs" c="dimmed">
            {t('opening.by', { by, at: exactTime(at) })}
          </Text>
        </li>
      ))}
    </PlainList>
  );
}
