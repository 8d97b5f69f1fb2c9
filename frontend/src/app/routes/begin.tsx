import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/ui/query-view';
import { BeginForm } from '@/features/beginning/begin-form';
import { beginningQuery } from '@/features/beginning/queries';
import { Door } from '@/app/door';
import { paths } from '@/app/paths';

const route = getRouteApi('/begin/$secret');

export function BeginPage() {
  const { t } = useTranslation();
  const { secret } = route.useParams();
  const navigate = useNavigate();
  const query = useQuery(beginningQuery(secret));
  return (
    <Door title={t('beginning.title')}>
      <QueryView query={query}>{() => <BeginForm secret={secret} onDone={() => void navigate({ to: paths.inbox })} />}</QueryView>
    </Door>
  );
}
