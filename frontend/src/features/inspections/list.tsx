import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '@/api/administration-types';
import { useHolds } from '@/api/reference';
import { usePeriodName } from '@/components/case/period-name';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Fold } from '@/components/ui/fold';
import { PagedList } from '@/components/ui/paged-list';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { exactTime, plainDate } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import { ListRow } from '@/components/ui/list-row';
import { NamePlans } from './name-plans';
import { endInspection, inspectionsQuery, refreshInspections, visitsQuery } from './queries';

/** Who reads, or read, by which decision; the latest on top. */
export function InspectionList() {
  const { t } = useTranslation();
  return (
    <PagedList query={inspectionsQuery} label={t('inspection.list')} empty={t('inspection.none')}>
      {(one) => <Card key={one.id} one={one} />}
    </PagedList>
  );
}

function Card({ one }: { one: Inspection }) {
  const { t } = useTranslation();
  const office = useHolds('consolidate');
  const [open, setOpen] = useState<'end' | 'plans'>();
  const close = () => setOpen(undefined);
  return (
    <ListRow>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Group gap="sm">
            <Text fw={600}>{one.name}</Text>
            <Quiet>{t(one.running ? 'inspection.running' : 'inspection.notRunning')}</Quiet>
          </Group>
          {one.endable && (
            <Group gap="sm">
              {office && (
                <Button size="compact-sm" variant="default" onClick={() => setOpen('plans')}>
                  {t('inspection.plans')}
                </Button>
              )}
              <Button size="compact-sm" variant="default" onClick={() => setOpen('end')}>
                {t('admin.end')}
              </Button>
            </Group>
          )}
        </Group>
        <About one={one} />
        {one.titled && (
          <Fold summary={t('inspection.visits')}>
            <Visits id={one.id} />
          </Fold>
        )}
      </Stack>
      {open === 'end' && <End one={one} onClose={close} />}
      {open === 'plans' && <NamePlans one={one} onClose={close} />}
    </ListRow>
  );
}

function About({ one }: { one: Inspection }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const days = t('admin.fromTo', { since: plainDate(one.since), until: plainDate(one.until) });
  const scope = [...one.years.map(periodName), ...one.plans.map(({ title }) => title)];
  return (
    <>
      <Text size="sm">{[days, t('inspection.paper', { number: one.number, day: plainDate(one.dated) })].join(' · ')}</Text>
      <Text size="sm">{t('inspection.reads', { scope: scope.join('; ') || t('inspection.nothing') })}</Text>
      <Text size="sm">{t('inspection.who', { names: one.members.join(', ') })}</Text>
      <Text size="sm" c="dimmed">
        {t('inspection.by', { name: one.by, at: exactTime(one.at) })}
        {one.ended_at && ` · ${t('standIn.endedBy', { name: one.ended_by, at: exactTime(one.ended_at) })}`}
      </Text>
    </>
  );
}

/** What its people opened, the latest on top. */
function Visits({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <PagedList query={visitsQuery(id)} label={t('inspection.visits')} empty={t('inspection.noVisits')}>
      {({ user, at, path, title }) => (
        <Text key={`${at} ${path}`} component="li" size="sm">
          {exactTime(at)} · {user} · {title || path}
        </Text>
      )}
    </PagedList>
  );
}

function End({ one, onClose }: { one: Inspection; onClose: () => void }) {
  const { t } = useTranslation();
  const ending = useMutation({
    mutationFn: () => endInspection(one.id),
    onSuccess: async () => {
      onClose();
      await refreshInspections();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t('inspection.end', { name: one.name })}
      question={t('inspection.endQuestion')}
      confirm={t('admin.end')}
      loading={ending.isPending}
      onConfirm={() => ending.mutate()}
      onClose={onClose}
    >
      <ProblemAlert error={ending.error} />
    </ConfirmDialog>
  );
}
