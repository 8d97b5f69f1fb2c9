import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import { CaseCard } from '@/components/case/case-card';
import { PagedList } from '@/components/ui/paged-list';
import { handoversQuery, type HandoverLine } from './queries';

/** Those that the person sees, newest first. */
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
      standing={<Signed signed={item.signed} />}
    />
  );
}

/** Whether the work is handed over, or still to be signed. */
export function Signed({ signed }: Pick<HandoverLine, 'signed'>) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={signed ? 'green' : 'blue'}>
      {t(signed ? 'handover.signed' : 'handover.unsigned')}
    </Badge>
  );
}
