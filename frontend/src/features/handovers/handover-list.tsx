import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HandoverLine } from '@/api/handover-types';
import { useUnitNames } from '@/api/reference';
import { CaseCard } from '@/components/case/case-card';
import { Standing } from '@/components/case/state-badge';
import { PagedList } from '@/components/ui/paged-list';
import { TimeAgo } from '@/components/ui/time-ago';
import { handoversQuery } from './queries';

/** The handovers that the person sees, newest first. */
export function HandoverList() {
  const { t } = useTranslation();
  return (
    <PagedList query={handoversQuery} label={t('handover.list')} empty={t('handover.empty')}>
      {(item) => <Item key={item.id} item={item} />}
    </PagedList>
  );
}

function Item({ item }: { item: HandoverLine }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <CaseCard
      id={item.id}
      kind="handover"
      title={t('handover.fromTo', { giver: item.giver, taker: item.taker })}
      about={[unitName(item.unit)]}
      standing={<HandoverStanding item={item} />}
    >
      {!item.signed && !item.discarded && (
        <Text size="sm" mt="xs">
          {t('waits.label')}: {t(`waits.${item.waits_for}`)} · {t('since')} <TimeAgo at={item.since} />
        </Text>
      )}
    </CaseCard>
  );
}

export function HandoverStanding({ item }: { item: HandoverLine }) {
  return (
    <Standing
      state={item.state}
      kind="handover"
      discarded={item.discarded}
      waitsForHead={item.submitted}
      returned={item.returned}
      dueAt={null}
    />
  );
}
