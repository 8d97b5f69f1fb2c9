import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { refreshLive } from '@/api/query-client';
import { useUnitNames } from '@/api/reference';
import { PageTitle } from '@/components/ui/page-title';
import { PlainList } from '@/components/ui/plain-list';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Section } from '@/components/ui/section';
import { Signed } from './handover-list';
import { gatherAnew, type HandedItem, type Handover } from './queries';

const KINDS = ['plan', 'row', 'remark', 'promise', 'file'] as const;

/** Whose work goes to whom, and all that goes along. */
export function HandoverView({ item }: { item: Handover }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Stack>
      <Group gap="xs">
        <PageTitle>{t('handover.title')}</PageTitle>
        <Signed signed={item.signed} />
      </Group>
      <Text fw={600}>{t('handover.fromTo', { giver: item.giver, taker: item.taker })}</Text>
      <Text size="sm">
        {unitName(item.unit)}
        {!item.signed && ` · ${t('waits.label')}: ${t(`waits.${item.waits_for}`)}`}
      </Text>
      {item.note && <Text>{item.note}</Text>}
      {item.editable.length === 0 && <Anew item={item} />}
      {item.items.length === 0 && <Text c="dimmed">{t('handover.nothing')}</Text>}
      {KINDS.map((kind) => (
        <Handed key={kind} title={t(`handover.kinds.${kind}`)} items={item.items.filter((one) => one.kind === kind)} />
      ))}
    </Stack>
  );
}

function Handed({ title, items }: { title: string; items: readonly HandedItem[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={`${title} (${items.length})`}>
      <PlainList aria-label={title}>
        {items.map(({ target, text, within, day }) => (
          <li key={`${target} ${day}`}>
            <Text>{text}</Text>
            {(within || day) && (
              <Text size="sm" c="dimmed">
                {[within, day].filter(Boolean).join(' · ')}
              </Text>
            )}
          </li>
        ))}
      </PlainList>
    </Section>
  );
}

/** What the giver has may have changed since it was gathered: submitting what is no longer true is refused. */
function Anew({ item }: { item: Handover }) {
  const { t } = useTranslation();
  const again = useMutation({
    mutationFn: () => gatherAnew(item.id, { taker: item.taker_id, note: item.note }, item.digest),
    onSuccess: refreshLive,
  });
  return (
    <div>
      <Button variant="default" leftSection={<RefreshCw size={16} aria-hidden />} loading={again.isPending} onClick={() => again.mutate()}>
        {t('handover.again')}
      </Button>
      <ProblemAlert error={again.error} />
    </div>
  );
}
