import { Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHolds } from '@/api/reference';
import { ButtonLink } from '@/components/ui/links';
import { PageTitle } from '@/components/ui/page-title';
import { MeetingList } from '@/features/meetings/meeting-list';
import { Regulation } from '@/features/meetings/regulation';
import { paths } from '@/app/paths';

export function MeetingsPage() {
  const { t } = useTranslation();
  const holdsConsolidate = useHolds('consolidate');
  return (
    <Stack>
      <Group justify="space-between">
        <PageTitle>{t('meeting.list')}</PageTitle>
        <Group gap="sm">
          {holdsConsolidate && (
            <ButtonLink to={paths.newMeeting} preload="render">
              {t('meeting.new')}
            </ButtonLink>
          )}
          <ButtonLink to={paths.consequences} variant="default">
            {t('consequences.title')}
          </ButtonLink>
        </Group>
      </Group>
      <Regulation />
      <MeetingList />
    </Stack>
  );
}
