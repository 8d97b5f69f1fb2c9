import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHolds } from '../../api/reference';
import type { Meeting } from '../../api/types';
import { CaseLink } from '../../components/case-link';
import { EmptyNote } from '../../components/empty-note';
import { LoadMore } from '../../components/load-more';
import { PlainList } from '../../components/plain-list';
import { QueryView } from '../../components/query-view';
import { ExactTime } from '../../components/time-ago';
import { CloseMeeting } from './close-meeting';
import { meetingsQuery } from './queries';

export function MeetingList() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(meetingsQuery);
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const meetings = pages.flatMap((page) => page.results);
        if (meetings.length === 0) return <EmptyNote>{t('meeting.none')}</EmptyNote>;
        return (
          <Stack gap="sm">
            <PlainList aria-label={t('meeting.list')}>
              {meetings.map((meeting) => (
                <Item key={meeting.id} meeting={meeting} />
              ))}
            </PlainList>
            <LoadMore
              hasMore={query.hasNextPage}
              loading={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </Stack>
        );
      }}
    </QueryView>
  );
}

function Item({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const holdsPresent = useHolds('present');
  return (
    <Paper component="li" withBorder p="sm" aria-label={meeting.title}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Title order={2} size="h5">
            {meeting.title}
          </Title>
          <Text size="sm">
            {t('meeting.heldAt')}: <ExactTime at={meeting.held_at} />
          </Text>
        </div>
        {meeting.closed_at ? (
          <Badge color="green" variant="light" size="lg">
            {t('meeting.closed')}
          </Badge>
        ) : (
          holdsPresent && <CloseMeeting meeting={meeting} />
        )}
      </Group>
      <PlainList gap={4} mt="xs">
        {meeting.consolidations.map((inside) => (
          <li key={inside.id}>
            <CaseLink kind="consolidation" id={inside.id}>
              {inside.title}
            </CaseLink>
          </li>
        ))}
      </PlainList>
    </Paper>
  );
}
