import { Anchor, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import type { StandIn } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { useUnitNames } from '@/api/reference';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { PagedList } from '@/components/ui/paged-list';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { exactTime, plainDate } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import { ListRow } from '@/components/ui/list-row';
import { refreshAdministration, standInsQuery } from './queries';

/** Who is away, in charge or authorised, the latest on top. */
export function StandInList({ running }: { running: boolean }) {
  const { t } = useTranslation();
  return (
    <PagedList query={standInsQuery(running ? { running } : {})} label={t('standIn.list')} empty={t('standIn.none')}>
      {(one) => <Card key={one.id} one={one} />}
    </PagedList>
  );
}

function Card({ one }: { one: StandIn }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const [ending, setEnding] = useState(false);
  const who = one.kind === 'absence' ? one.absent : one.person;
  const days = t('admin.fromTo', { since: plainDate(one.since), until: plainDate(one.until) });
  return (
    <ListRow>
      <Group justify="space-between" gap="sm" align="start">
        <Group gap="sm">
          <Text fw={600}>{who}</Text>
          <Quiet>{t(`standIn.kinds.${one.kind}`)}</Quiet>
        </Group>
        {one.endable && (
          <Button size="compact-sm" variant="default" aria-label={t('standIn.endOf', { name: who })} onClick={() => setEnding(true)}>
            {t('admin.end')}
          </Button>
        )}
      </Group>
      <Text size="sm">
        {[one.kind === 'authority' ? t('standIn.for', { name: one.absent }) : unitName(one.unit), days, one.note]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Papers one={one} />
      {ending && <End one={one} name={who ?? ''} onClose={() => setEnding(false)} />}
    </ListRow>
  );
}

/** The paper it was entered from, by whom, and who ended it. */
function Papers({ one }: { one: StandIn }) {
  const { t } = useTranslation();
  const paper = one.number && t('standIn.paper', { number: one.number, day: one.dated ? plainDate(one.dated) : '' });
  return (
    <Text size="sm" c="dimmed">
      {[paper, t('standIn.by', { name: one.by, at: exactTime(one.at) })].filter(Boolean).join(' · ')}
      {one.file && (
        <>
          {' · '}
          <Anchor href={`/api/v1/stand-ins/${one.id}/file`} download>
            {one.file}
          </Anchor>
        </>
      )}
      {one.ended_at && ` · ${t('standIn.endedBy', { name: one.ended_by, at: exactTime(one.ended_at) })}`}
    </Text>
  );
}

function End({ one, name, onClose }: { one: StandIn; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const ending = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/stand-ins/{stand_in}/end', { params: { path: { stand_in: one.id } } })),
    onSuccess: async () => {
      onClose();
      await refreshAdministration();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t('standIn.endOf', { name })}
      question={t('standIn.endQuestion')}
      confirm={t('admin.end')}
      loading={ending.isPending}
      onConfirm={() => ending.mutate()}
      onClose={onClose}
    >
      <ProblemAlert error={ending.error} />
    </ConfirmDialog>
  );
}
