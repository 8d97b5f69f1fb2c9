import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/ui/query-view';
import { InvitationForm } from '@/features/beginning/invitation-form';
import { invitationQuery } from '@/features/beginning/queries';
import { Door } from '@/app/door';
import { paths } from '@/app/paths';

const route = getRouteApi('/invitations/$secret');

export function InvitationPage() {
  const { t } = useTranslation();
  const { secret } = route.useParams();
  const navigate = useNavigate();
  const query = useQuery(invitationQuery(secret));
  return (
    <Door title={t('beginning.setPassword')}>
      <QueryView query={query}>
        {({ name, username }) => (
          <InvitationForm secret={secret} name={name} username={username} onDone={() => void navigate({ to: paths.login, search: {} })} />
        )}
      </QueryView>
    </Door>
  );
}
