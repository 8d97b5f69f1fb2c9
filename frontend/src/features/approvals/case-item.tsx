import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { ListedCase } from '@/api/types';
import { CaseCard } from '@/components/case/case-card';
import { useKindName } from '@/components/case/kind-name';
import { usePeriodName } from '@/components/case/period-name';
import { Standing } from '@/components/case/state-badge';
import { TimeAgo } from '@/components/ui/time-ago';
import { exactTime } from '@/i18n/time';

/** A case in a list: where it stands, and whom it waits for since when. */
export function CaseItem({ item, pick }: { item: ListedCase; pick?: ReactNode }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const periodName = usePeriodName();
  const kindName = useKindName();
  const about = [kindName(item.kind), unitName(item.unit), periodName(item.period)];
  const standing = (
    <Standing
      state={item.state}
      kind={item.kind}
      discarded={item.discarded}
      waitsForHead={item.waits_for === 'head'}
      returned={item.returned}
      dueAt={item.due_at}
    />
  );
  return (
    <CaseCard id={item.id} kind={item.kind} title={item.title} about={about} standing={standing} pick={pick}>
      <Text size="sm" mt="xs">
        {t('waits.label')}: {t(`waits.${item.waits_for}`)} · {t('since')} <TimeAgo at={item.since} />
        {item.due_at && ` · ${t('due', { at: exactTime(item.due_at) })}`}
      </Text>
    </CaseCard>
  );
}
