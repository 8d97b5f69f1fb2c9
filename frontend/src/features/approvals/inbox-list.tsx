import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePresents } from '@/api/reference';
import type { InboxItem } from '@/api/types';
import { Pick, usePicked } from '@/components/case/picked';
import { PagedList } from '@/components/ui/paged-list';
import type { BulkCase } from './bulk-act';
import { CaseItem } from './case-item';
import { PickedPanel } from './picked-panel';
import { inboxQuery } from './queries';

const bulkCase = ({ case: id, digest, title, kind }: InboxItem): BulkCase => ({ id, digest, label: title, kind });

/** Whether it is a plan on the list of the year, which the leadership adopts with others. */
const isListed = ({ kind, state }: InboxItem): boolean => kind === 'plan' && state === 'consolidated';

/** What waits for me, as the server orders it; plans on the list of the year are adopted many at once. */
export function InboxList() {
  const { t } = useTranslation();
  const adopts = usePresents();
  const picked = usePicked<BulkCase>();
  const { data } = useInfiniteQuery(inboxQuery);
  const listed = adopts ? (data?.pages.flatMap(({ results }) => results).filter(isListed) ?? []) : [];
  return (
    <>
      <PagedList query={inboxQuery} label={t('inbox.title')} empty={t('inbox.empty')}>
        {(item) => (
          <CaseItem
            key={item.case}
            item={{ ...item, id: item.case }}
            pick={listed.includes(item) ? <Pick item={bulkCase(item)} title={item.title} picked={picked} /> : undefined}
          />
        )}
      </PagedList>
      <PickedPanel picked={picked} shown={listed.map(bulkCase)} acts={['present']} />
    </>
  );
}
