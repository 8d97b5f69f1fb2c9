import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature } from '@/api/types';
import { Digest } from '@/components/case/digest';
import { QueryView } from '@/components/ui/query-view';
import { ExactTime, TimeAgo } from '@/components/ui/time-ago';
import { goesAlone, lookOfAct } from '@/components/case/act-looks';
import { Decided } from './decided';
import { signaturesQuery } from './queries';
import classes from './timeline.module.css';

/** In which capacity somebody signed, where it is not their own. */
const CAPACITIES = {
  'TM.': 'timeline.capacity.collective',
  'KT.': 'timeline.capacity.deputy',
  'Q.': 'timeline.capacity.acting',
  'TL.': 'timeline.capacity.order',
  'TUQ.': 'timeline.capacity.authorised',
} as const;

/** Who signed what, newest first. */
export function Timeline({ caseId, kind = '' }: { caseId: string; kind?: string }) {
  const { t } = useTranslation();
  const titleId = useId();
  const query = useQuery(signaturesQuery(caseId));
  return (
    <Paper component="section" aria-labelledby={titleId} withBorder p="md">
      <Stack gap="sm">
        <Title order={2} size="h4" id={titleId}>
          {t('timeline.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('timeline.digestMeans')}
        </Text>
        <QueryView query={query}>
          {(signatures) =>
            signatures.length === 0 ? (
              <Text c="dimmed">{t('timeline.empty')}</Text>
            ) : (
              <ol className={classes.list}>
                {signatures
                  .toSorted((a, b) => b.sequence - a.sequence)
                  .map((signature) => (
                    <Step key={signature.sequence} signature={signature} alone={goesAlone(kind) && signature.within === null} />
                  ))}
              </ol>
            )
          }
        </QueryView>
      </Stack>
    </Paper>
  );
}

function Step({ signature, alone }: { signature: Signature; alone: boolean }) {
  const { t } = useTranslation();
  const { label, Icon } = lookOfAct(signature.act, alone);
  const { signer, on_behalf_of: principal } = signature;
  return (
    <li className={classes.step}>
      <Group gap="xs">
        <Icon size={18} aria-hidden />
        <Text fw={700}>{t(label)}</Text>
        <Text size="sm" c="dimmed">
          <ExactTime at={signature.at} /> (<TimeAgo at={signature.at} />)
        </Text>
      </Group>
      <Text size="sm">
        {[signer.name, signer.title, signer.unit].filter(Boolean).join(' · ')}
        {signature.capacity in CAPACITIES && ` – ${t(CAPACITIES[signature.capacity as keyof typeof CAPACITIES])}`}
        {principal && ` – ${t('timeline.onBehalf', { name: principal.name })}`}
      </Text>
      {signature.due_at && (
        <Text size="sm" c="dimmed">
          {t('timeline.dueThen')} <ExactTime at={signature.due_at} />
        </Text>
      )}
      <Decided details={signature.details} />
      {signature.details.ground && <Text size="sm">{t(`ground.${signature.details.ground}`)}</Text>}
      {signature.comment && <blockquote className={classes.comment}>{signature.comment}</blockquote>}
      <Text size="sm" c="dimmed">
        {signature.submission > 0 && `${t('timeline.submission', { n: signature.submission })} · `}
        {t('digest.label')} <Digest value={signature.digest} /> · {t('timeline.hash')} <Digest value={signature.hash} />
      </Text>
    </li>
  );
}
