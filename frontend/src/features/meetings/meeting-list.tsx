import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@/api/meeting-types';
import { CaseLink } from '@/components/case/case-link';
import { TextLink } from '@/components/ui/links';
import { PagedList } from '@/components/ui/paged-list';
import { PlainList } from '@/components/ui/plain-list';
import { ExactTime } from '@/components/ui/time-ago';
import { Quiet } from '@/components/ui/quiet';
import { ListRow } from '@/components/ui/list-row';
import { meetingsQuery } from './queries';

export function MeetingList() {
  const { t } = useTranslation();
  return (
    <PagedList query={meetingsQuery} label={t('meeting.list')} empty={t('meeting.none')}>
      {(meeting) => <Item key={meeting.id} meeting={meeting} />}
    </PagedList>
  );
}

function Item({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  return (
    <ListRow>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <TextLink to="/meetings/$id" params={{ id: meeting.id }} fw={700} size="lg">
            {meeting.title}
          </TextLink>
          <Text size="sm">
            {t('meeting.heldAt')}: <ExactTime at={meeting.held_at} />
          </Text>
        </div>
        {meeting.closed_at && <Quiet>{t('meeting.closed')}</Quiet>}
      </Group>
      <PlainList gap="xs" mt="sm">
        {meeting.consolidations.map((inside) => (
          <li key={inside.id}>
            <CaseLink kind="consolidation" id={inside.id}>
              {inside.title}
            </CaseLink>
          </li>
        ))}
        {meeting.conclusions && (
          <li>
            <CaseLink kind="conclusions" id={meeting.conclusions}>
              {t('conclusions.title')}
            </CaseLink>
          </li>
        )}
      </PlainList>
    </ListRow>
  );
}
