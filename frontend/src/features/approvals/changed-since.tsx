import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Case, Difference } from '@/api/types';
import { ChangedItem } from '@/components/case/was-now';
import { PlainList } from '@/components/ui/plain-list';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { goToRow } from '@/components/ui/row-anchor';
import { compared, type ComparedThing } from './compared';
import { ComparedFields } from './compared-fields';
import { differenceQuery } from './queries';

/** Thay đổi so với lần trình trước: what whoever signs a resubmission would have to look for. */
export function ChangedSince({ kase }: { kase: Case }) {
  const again = kase.submitted && kase.submission > 1 && kase.waits_for !== 'nobody';
  const query = useQuery({ ...differenceQuery(kase.id, kase.submission), enabled: again });
  const { t } = useTranslation();
  if (!again) return null;
  return (
    <Section title={t('compared.title', { n: kase.submission - 1 })}>
      <QueryView query={query}>{(found) => <Changes found={found} />}</QueryView>
    </Section>
  );
}

function Changes({ found }: { found: Difference }) {
  const { t } = useTranslation();
  const { head, things, reordered, kept } = compared(found);
  const same = head.length + things.length === 0 && !reordered;
  return (
    <Stack gap="sm">
      {same && <Text>{t('compared.nothing')}</Text>}
      <ComparedFields fields={head} />
      {reordered && <Text size="sm">{t('compared.reordered')}</Text>}
      <PlainList gap="sm">
        {things.map((thing) => (
          <Thing key={`${thing.list} ${thing.name}`} thing={thing} />
        ))}
      </PlainList>
      <Text size="sm" c="dimmed">
        {t('compared.kept', { n: kept })}
      </Text>
    </Stack>
  );
}

const COLOURS = { changed: 'blue', added: 'green', removed: 'red.9' } as const;

function Thing({ thing: { name, change, called, fields } }: { thing: ComparedThing }) {
  const { t } = useTranslation();
  return (
    <ChangedItem change={change === 'removed' ? 'gone' : change}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Badge variant="light" color={COLOURS[change]} style={{ flex: 'none' }}>
          {t(`compared.changes.${change}`)}
        </Badge>
        {change === 'removed' ? (
          <Text size="sm" fw={600} td="line-through">
            {called}
          </Text>
        ) : (
          <Anchor component="button" type="button" size="sm" fw={600} c="inherit" ta="left" onClick={() => goToRow(name)}>
            {called}
          </Anchor>
        )}
      </Group>
      {change === 'changed' && <ComparedFields fields={fields} />}
    </ChangedItem>
  );
}
