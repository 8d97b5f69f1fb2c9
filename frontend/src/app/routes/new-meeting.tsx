import { Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/components/ui/page-title';
import { NewMeetingForm } from '@/features/meetings/new-meeting-form';
import { paths } from '@/app/paths';

export function NewMeetingPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Stack>
      <PageTitle>{t('meeting.new')}</PageTitle>
      <NewMeetingForm onCreated={({ id }) => void navigate({ to: paths.meeting, params: { id } })} />
    </Stack>
  );
}
