import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Consolidation } from '@/api/meeting-types';
import type { Case } from '@/api/types';
import { CaseLink } from '@/components/case/case-link';
import { Digest } from '@/components/case/digest';
import { PageTitle } from '@/components/ui/page-title';
import { usePeriodName } from '@/components/case/period-name';
import { Standing } from '@/components/case/state-badge';
import { StateRoad } from '@/components/case/state-road';
import { TimeAgo } from '@/components/ui/time-ago';

/** A consolidation: what it is called, where it stands, whom it waits for. */
export function ConsolidationHeader({ consolidation, kase }: { consolidation: Consolidation; kase: Case | undefined }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  return (
    <Stack gap="md">
      <PageTitle>{consolidation.title}</PageTitle>
      <Group gap="sm">
        <Standing
          state={consolidation.state}
          kind="consolidation"
          waitsForHead={consolidation.submitted}
          returned={consolidation.returned}
          dueAt={consolidation.due_at}
          stale={consolidation.stale}
        />
        <Text size="sm">{periodName(consolidation.period)}</Text>
        {consolidation.supplement_of && (
          <Text size="sm">
            <CaseLink kind="consolidation" id={consolidation.supplement_of}>
              {t('consolidation.supplementOf')}
            </CaseLink>
          </Text>
        )}
      </Group>
      <StateRoad state={consolidation.state} kind="consolidation" />
      {kase && (
        <Text size="sm">
          {t('waits.label')}: <strong>{t(`waits.${kase.waits_for}`)}</strong> · {t('since')} <TimeAgo at={kase.since} />
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('digest.label')}: <Digest value={consolidation.digest} />
      </Text>
    </Stack>
  );
}
