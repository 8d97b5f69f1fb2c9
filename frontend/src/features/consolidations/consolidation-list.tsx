import { useTranslation } from 'react-i18next';
import { CaseCard } from '@/components/case/case-card';
import { PagedList } from '@/components/ui/paged-list';
import { StateBadge } from '@/components/case/state-badge';
import { consolidationsQuery } from './queries';

export function ConsolidationList() {
  const { t } = useTranslation();
  return (
    <PagedList query={consolidationsQuery} label={t('consolidation.list')} empty={t('consolidation.none')}>
      {(item) => (
        <CaseCard
          key={item.id}
          id={item.id}
          kind="consolidation"
          title={item.title}
          about={[item.period, t('consolidation.inside', { n: item.cases.length })]}
          standing={<StateBadge state={item.state} kind="consolidation" />}
        />
      )}
    </PagedList>
  );
}
