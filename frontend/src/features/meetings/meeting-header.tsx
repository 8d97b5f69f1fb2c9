import { Group, Stack, Text } from '@mantine/core';
import { ClipboardList } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '@/api/meeting-types';
import { useHolds, usePresents } from '@/api/reference';
import { ButtonLink } from '@/components/ui/links';
import { PageTitle } from '@/components/ui/page-title';
import { ExactTime } from '@/components/ui/time-ago';
import { Quiet } from '@/components/ui/quiet';
import { ChangeMeeting } from './change-meeting';
import { CloseMeeting } from './close-meeting';

/** What the meeting is called, when it is held, and what may be done with the whole of it. */
export function MeetingHeader({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  const presents = usePresents();
  const holdsConsolidate = useHolds('consolidate');
  const open = agenda.closed_at === null;
  return (
    <Stack gap="sm">
      <PageTitle>{agenda.title}</PageTitle>
      <Group gap="sm">
        <Text fz="inherit">
          {t('meeting.heldAt')}: <ExactTime at={agenda.held_at} />
        </Text>
        {!open && <Quiet>{t(agenda.in_writing ? 'meeting.inWriting' : 'meeting.closed')}</Quiet>}
      </Group>
      <Group gap="sm">
        {open && presents && <CloseMeeting agenda={agenda} />}
        <ButtonLink
          to="/meetings/$id/slips"
          params={{ id: agenda.id }}
          variant="default"
          leftSection={<ClipboardList size={16} aria-hidden />}
        >
          {t('meeting.slips')}
        </ButtonLink>
        {open && holdsConsolidate && <ChangeMeeting id={agenda.id} />}
      </Group>
    </Stack>
  );
}
