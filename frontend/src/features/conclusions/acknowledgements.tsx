import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import type { Acknowledgements as Read } from '@/api/meeting-types';
import { queryClient, refreshLive } from '@/api/query-client';
import { meQuery, useUnitNames } from '@/api/reference';
import type { Plan } from '@/api/types';
import { PlainList } from '@/components/ui/plain-list';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { ExactTime } from '@/components/ui/time-ago';
import { toast } from '@/components/ui/toast';
import { acknowledgementsQuery } from './queries';

/** Which of the units that the conclusions name have read them, and which have not. */
export function Acknowledgements({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const query = useQuery(acknowledgementsQuery(plan.id));
  return (
    <Section title={t('conclusions.acknowledgements')}>
      <QueryView query={query}>
        {(read) => (
          <>
            <Lists read={read} />
            <Acknowledge plan={plan} waiting={read.waiting} />
          </>
        )}
      </QueryView>
    </Section>
  );
}

function Lists({ read: { results, waiting } }: { read: Read }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <>
      <Text fz="inherit" fw={600}>
        {t('conclusions.read', { n: results.length })}
      </Text>
      <PlainList gap="xs">
        {results.map(({ unit, by, at }) => (
          <li key={unit}>
            {unitName(unit)} – {by}, <ExactTime at={at} />
          </li>
        ))}
      </PlainList>
      <Text fz="inherit" fw={600}>
        {t('conclusions.unread', { n: waiting.length })}
      </Text>
      <PlainList gap="xs">
        {waiting.map((unit) => (
          <li key={unit}>{unitName(unit)}</li>
        ))}
      </PlainList>
    </>
  );
}

/** For staff of a unit that is named and has not said yet that it read them. */
function Acknowledge({ plan, waiting }: { plan: Plan; waiting: string[] }) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const acknowledge = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/plans/{case_id}/acknowledgements', { params: { path: { case_id: plan.id } } })),
    onSuccess: async (read) => {
      queryClient.setQueryData(keys.acknowledgements(plan.id), read);
      toast(t('conclusions.acknowledged'));
      await refreshLive();
    },
  });
  const staff = new Set([...(me?.permissions.edit ?? []), ...(me?.permissions.approve ?? [])]);
  if (plan.state !== 'presented' || !waiting.some((unit) => staff.has(unit))) return null;
  return (
    <>
      <ProblemAlert error={acknowledge.error} />
      <Group>
        <Button
          variant="filled"
          leftSection={<CheckCheck size={16} aria-hidden />}
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate()}
        >
          {t('conclusions.acknowledge')}
        </Button>
      </Group>
    </>
  );
}
