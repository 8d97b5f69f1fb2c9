import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Signature } from '@/api/types';
import { Digest } from '@/components/case/digest';
import { QueryView } from '@/components/ui/query-view';
import { ExactTime, TimeAgo } from '@/components/ui/time-ago';
import { goesAlone, lookOfAct } from '@/components/case/act-looks';
import { Section } from '@/components/ui/section';
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
  const query = useQuery(signaturesQuery(caseId));
  return (
    <Section title={t('timeline.title')}>
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
    </Section>
  );
}

function Step({ signature, alone }: { signature: Signature; alone: boolean }) {
  const { t } = useTranslation();
  const { label, Icon } = lookOfAct(signature.act, alone);
  const { signer, on_behalf_of: principal } = signature;
  return (
    <li className={classes.step}>
      <Group gap="sm">
        <Icon size={16} aria-hidden />
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
