import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Decided } from '@/api/meeting-types';
import { EmptyNote } from '@/components/ui/empty-note';
import { TextLink } from '@/components/ui/links';
import { usePeriodName } from '@/components/case/period-name';
import { PlainList } from '@/components/ui/plain-list';
import { QueryView } from '@/components/ui/query-view';
import { exactTime } from '@/i18n/time';
import { ListRow } from '@/components/ui/list-row';
import { Outcome } from './outcome';
import { consequencesQuery } from './queries';

/** What the leadership decided in a year on the consequence of Notice 242, II.8. */
export function DecidedList({ year }: { year: string }) {
  const { t } = useTranslation();
  const query = useQuery(consequencesQuery(year));
  return (
    <Stack gap="md">
      <Group>
        <Button
          component="a"
          href={`/api/v1/consequences/export?${new URLSearchParams({ year, format: 'xlsx' }).toString()}`}
          download
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
        >
          {t('consequences.export')}
        </Button>
      </Group>
      <QueryView query={query}>
        {({ results }) =>
          results.length === 0 ? (
            <EmptyNote>{t('consequences.nobody')}</EmptyNote>
          ) : (
            <PlainList aria-label={t('consequences.title')}>
              {results.map((item) => (
                <Item key={[item.meeting, item.period, item.unit, item.item, item.trigger].join(' ')} item={item} />
              ))}
            </PlainList>
          )
        }
      </QueryView>
    </Stack>
  );
}

function Item({ item }: { item: Decided }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  return (
    <ListRow>
      <Text fw={700}>
        {item.name} – {periodName(item.period)}: {t(`consequences.triggers.${item.trigger}`)}
      </Text>
      <Text size="sm">{item.title}</Text>
      <Outcome applied={item.applied} reason={item.reason} />
      <Text size="sm" c="dimmed">
        {item.decided_by} · {exactTime(item.decided_at)} ·{' '}
        <TextLink to="/meetings/$id" params={{ id: item.meeting }} size="sm">
          {t('consequences.meetingOf', { at: exactTime(item.held_at) })}
        </TextLink>
      </Text>
    </ListRow>
  );
}
