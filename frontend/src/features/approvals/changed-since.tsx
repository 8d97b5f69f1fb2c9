import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Case, Difference, Remark } from '@/api/types';
import { ChangedItem } from '@/components/case/was-now';
import { PlainList } from '@/components/ui/plain-list';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { goToRow, rowAnchor } from '@/components/ui/row-anchor';
import { Quiet } from '@/components/ui/quiet';
import { compared, type ComparedThing } from './compared';
import { ComparedFields } from './compared-fields';
import { differenceQuery, remarksQuery } from './queries';
import { Answered } from './remark-item';
import classes from './timeline.module.css';

/** Somebody signs next what was sent before. */
export const isAgain = (kase: Case) => kase.submitted && kase.submission > 1 && kase.waits_for !== 'nobody';

/** Thay đổi so với lần trình trước: what whoever signs a resubmission would have to look for. */
export function ChangedSince({ kase }: { kase: Case }) {
  const again = isAgain(kase);
  const query = useQuery({ ...differenceQuery(kase.id, kase.submission), enabled: again });
  const { t } = useTranslation();
  const { data: remarks = [] } = useQuery({ ...remarksQuery(kase.id), enabled: again });
  if (!again) return null;
  const since = query.data?.from ?? kase.submission - 1;
  const told = remarks.filter(
    ({ round, blocking, withdrawn_at }) => blocking && withdrawn_at === null && round >= since && round < kase.submission,
  );
  return (
    <Section title={t('compared.title', { n: since })}>
      <QueryView query={query}>{(found) => <Changes found={found} remarks={told} />}</QueryView>
    </Section>
  );
}

interface ChangesProps {
  found: Difference;
  /** What it was returned for, with the answers. */
  remarks: readonly Remark[];
}

function Changes({ found, remarks }: ChangesProps) {
  const { t } = useTranslation();
  const { head, things, reordered, kept } = compared(found);
  const same = head.length + things.length === 0 && !reordered;
  return (
    <Stack gap="md">
      {same && <Text>{t('compared.nothing')}</Text>}
      {found.beyond && <Beyond reason={found.reason} />}
      <ComparedFields fields={head} />
      <Told remarks={remarks.filter(({ row }) => !things.some(({ name }) => name === row))} />
      {reordered && <Text size="sm">{t('compared.reordered')}</Text>}
      <PlainList gap="md">
        {things.map((thing) => (
          <Thing key={`${thing.list} ${thing.name}`} thing={thing} remarks={remarks.filter(({ row }) => row === thing.name)} />
        ))}
      </PlainList>
      <Text size="sm" c="dimmed">
        {t('compared.kept', { n: kept })}
      </Text>
    </Stack>
  );
}

/** What was said of it when it was returned, and what the unit answered. */
function Told({ remarks }: { remarks: readonly Remark[] }) {
  return remarks.map((remark) => (
    <div key={remark.id} className={classes.told}>
      <Text size="sm">{remark.text}</Text>
      {remark.answer && <Answered remark={remark} />}
    </div>
  ));
}

function Beyond({ reason }: { reason: string }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" fw={600}>
      {t('compared.beyond')}
      {reason && `: ${reason}`}
    </Text>
  );
}

function Thing({ thing: { name, change, called, fields, beyond, reason }, remarks }: { thing: ComparedThing; remarks: readonly Remark[] }) {
  const { t } = useTranslation();
  return (
    <ChangedItem change={change === 'removed' ? 'gone' : change}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Quiet>{t(`compared.changes.${change}`)}</Quiet>
        {change === 'removed' ? (
          <Text size="sm" fw={600} td="line-through">
            {called}
          </Text>
        ) : (
          <Anchor
            component="button"
            type="button"
            size="sm"
            fw={600}
            c="inherit"
            ta="left"
            onClick={() => goToRow(name) || (window.location.hash = rowAnchor(name))}
          >
            {called}
          </Anchor>
        )}
      </Group>
      {beyond && <Beyond reason={reason} />}
      <Told remarks={remarks} />
      {change === 'changed' && <ComparedFields fields={fields} />}
    </ChangedItem>
  );
}
