import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '@/api/meeting-types';
import { useHolds, usePresents } from '@/api/reference';
import { QueryView } from '@/components/ui/query-view';
import { ActPanel } from '@/features/approvals/act-panel';
import { caseQuery } from '@/features/approvals/queries';
import { Acknowledgements } from '@/features/conclusions/acknowledgements';
import { Conclusions } from '@/features/conclusions/conclusions';
import { StartConclusions } from '@/features/conclusions/start-conclusions';
import { Decisions } from '@/features/consequences/decisions';
import { MeetingStage } from '@/features/meetings/meeting-stage';
import { agendaQuery } from '@/features/meetings/queries';
import { planQuery } from '@/features/plans/queries';

const route = getRouteApi('/frame/meetings/$id');

export function MeetingPage() {
  const { id } = route.useParams();
  const { at } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(agendaQuery(id));
  return (
    <QueryView query={query} wholePage>
      {(agenda) => (
        <MeetingStage
          agenda={agenda}
          at={at}
          onGo={(key) => void navigate({ search: { at: key }, replace: true })}
          consequences={<Decisions agenda={agenda} />}
          conclusions={<ConclusionsStep agenda={agenda} />}
        />
      )}
    </QueryView>
  );
}

/** Begun and written by the office, signed by the leadership after the close, read by the units then. */
function ConclusionsStep({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  const holdsConsolidate = useHolds('consolidate');
  if (agenda.conclusions) return <Concluded id={agenda.conclusions.id} />;
  if (holdsConsolidate) return <StartConclusions meeting={agenda.id} />;
  return <Text fz="inherit">{t('conclusions.none')}</Text>;
}

/** The leadership signs the draft where it reads it. */
function Signing({ id, digest }: { id: string; digest: string }) {
  const { data: kase } = useQuery(caseQuery(id));
  const presents = usePresents();
  return kase && presents && <ActPanel kase={kase} digest={digest} places={[]} />;
}

function Concluded({ id }: { id: string }) {
  const query = useQuery(planQuery(id));
  return (
    <QueryView query={query}>
      {(plan) => (
        <Stack>
          <Conclusions key={plan.id} plan={plan} />
          {plan.state === 'presented' ? <Acknowledgements plan={plan} /> : <Signing id={plan.id} digest={plan.digest} />}
        </Stack>
      )}
    </QueryView>
  );
}
