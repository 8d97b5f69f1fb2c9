import { Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/ui/links';
import { PageTitle } from '@/components/ui/page-title';
import { QueryView } from '@/components/ui/query-view';
import { exactTime } from '@/i18n/time';
import { meetingQuery, slipsQuery } from '@/features/meetings/queries';
import { Slips } from '@/features/meetings/slips';
import { paths } from '@/app/paths';

const route = getRouteApi('/frame/meetings/$id/slips');

export function MeetingSlipsPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { unit = '' } = route.useSearch();
  const meeting = useQuery(meetingQuery(id));
  const slips = useQuery(slipsQuery(id, unit));
  return (
    <QueryView query={meeting} wholePage>
      {({ title, held_at }) => (
        <Stack>
          <Group justify="space-between">
            <PageTitle>{t('meeting.slips')}</PageTitle>
            <TextLink to={paths.meeting} params={{ id }}>
              {title}
            </TextLink>
          </Group>
          <QueryView query={slips}>{({ results }) => <Slips slips={results} meeting={`${title} – ${exactTime(held_at)}`} />}</QueryView>
        </Stack>
      )}
    </QueryView>
  );
}
