import { useTranslation } from 'react-i18next';
import type { OpeningSummary } from '@/api/opening-types';
import { useUnitNames } from '@/api/reference';
import { CaseCard } from '@/components/case/case-card';
import { StateBadge } from '@/components/case/state-badge';
import { PagedList } from '@/components/ui/paged-list';
import { Counts } from './counts';
import { sheetsQuery } from './queries';

/** Which units have said what became of their earlier rows, and how far that has come. */
export function SheetList() {
  const { t } = useTranslation();
  return (
    <PagedList query={sheetsQuery} label={t('openingSheet.list')} empty={t('openingSheet.empty')}>
      {(item) => <Item key={item.id} item={item} />}
    </PagedList>
  );
}

function Item({ item }: { item: OpeningSummary }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <CaseCard
      id={item.id}
      kind="opening-sheet"
      title={item.title}
      about={[unitName(item.unit), t('openingSheet.confirmedBy', { unit: unitName(item.monitoring_unit) })]}
      standing={<StateBadge state={item.state} kind="opening-sheet" />}
    >
      <Counts item={item} />
    </CaseCard>
  );
}
