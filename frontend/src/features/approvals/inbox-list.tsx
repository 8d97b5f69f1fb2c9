import { useTranslation } from 'react-i18next';
import { PagedList } from '@/components/ui/paged-list';
import { CaseItem } from './case-item';
import { inboxQuery } from './queries';

/** What waits for me, as the server orders it. */
export function InboxList() {
  const { t } = useTranslation();
  return (
    <PagedList query={inboxQuery} label={t('inbox.title')} empty={t('inbox.empty')}>
      {(item) => <CaseItem key={item.case} item={{ ...item, id: item.case }} />}
    </PagedList>
  );
}
