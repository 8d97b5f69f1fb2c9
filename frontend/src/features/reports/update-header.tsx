import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { Update } from '@/api/report-types';
import { Digest } from '@/components/case/digest';
import { usePeriodName } from '@/components/case/period-name';
import { Standing } from '@/components/case/state-badge';
import { StateRoad } from '@/components/case/state-road';
import { PageTitle } from '@/components/ui/page-title';
import { TimeAgo } from '@/components/ui/time-ago';
import { exactTime } from '@/i18n/time';

const KIND = 'update';

/** Whose update, of which period, who confirms it, where it stands. */
export function UpdateHeader({ update }: { update: Update }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const periodName = usePeriodName();
  const waits = update.waits_for !== 'nobody';
  return (
    <Stack gap="md">
      <PageTitle>{update.title}</PageTitle>
      <Standing
        state={update.state}
        kind={KIND}
        waitsForHead={update.submitted}
        returned={update.returned}
        dueAt={waits ? update.due_at : null}
      />
      <StateRoad state={update.state} kind={KIND} />
      <Stack gap="xs">
        <Text size="sm">
          {t('plan.unit')}: <strong>{unitName(update.unit)}</strong> · {periodName(update.period)}
        </Text>
        <Text size="sm">
          {t('update.confirmedBy')}: <strong>{unitName(update.monitoring_unit)}</strong>
        </Text>
        {waits && (
          <Text size="sm">
            {t('waits.label')}: <strong>{t(`waits.${update.waits_for}`)}</strong> · {t('since')} <TimeAgo at={update.since} />
            {update.due_at && ` · ${t('due', { at: exactTime(update.due_at) })}`}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t('digest.label')}: <Digest value={update.digest} />
        </Text>
      </Stack>
    </Stack>
  );
}
