import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/reference';
import type { Case, Consolidation } from '../../api/types';
import { CaseLink } from '../../components/case-link';
import { Digest } from '../../components/digest';
import { PageTitle } from '../../components/page-title';
import { PlainList } from '../../components/plain-list';
import { Standing, StateBadge } from '../../components/state-badge';
import { StateRoad } from '../../components/state-road';
import { TimeAgo } from '../../components/time-ago';
import { ChangeConsolidation } from './change-consolidation';
import { mayChange } from './choosable';

/** A consolidation: where it stands, and what is inside. */
export function ConsolidationView({ consolidation, kase }: { consolidation: Consolidation; kase: Case | undefined }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <PageTitle>{consolidation.title}</PageTitle>
      <Group gap="xs">
        <Standing
          state={consolidation.state}
          kind="consolidation"
          waitsForHead={consolidation.submitted}
          returned={consolidation.returned}
          dueAt={consolidation.due_at}
          stale={consolidation.stale}
        />
        <Text size="sm">
          {t('plan.period')}: {consolidation.period}
        </Text>
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
      {kase && mayChange(kase) && <ChangeConsolidation consolidation={consolidation} />}
      <Inside cases={consolidation.cases} />
    </Stack>
  );
}

function Inside({ cases }: { cases: Consolidation['cases'] }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Paper component="section" aria-labelledby="inside-title" withBorder p="md">
      <Title order={2} size="h4" id="inside-title" mb="sm">
        {t('consolidation.inside', { n: cases.length })}
      </Title>
      <PlainList gap="xs">
        {cases.map((inside) => (
          <Group component="li" key={inside.id} justify="space-between" gap="xs">
            <div>
              <CaseLink kind="plan" id={inside.id}>
                {inside.title}
              </CaseLink>
              <Text size="sm" c="dimmed">
                {unitName(inside.unit)}
              </Text>
            </div>
            <StateBadge state={inside.state} kind="plan" />
          </Group>
        ))}
      </PlainList>
    </Paper>
  );
}
